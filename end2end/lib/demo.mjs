// What the demonstration lets a test see and do: the outbox, the accounts, the clock.
import { url } from "./browser.mjs";

/** Messages that left, newest first. */
export async function outbox() {
  return (await fetch(`${url}/demo/outbox.json`)).json();
}

/** The last message to a mobile (05…) made of a template. */
export async function lastMessage(mobile, template) {
  const to = `+966${mobile.slice(1)}`;
  return (await outbox()).find((message) => message.to === to && message.template === template);
}

/** Waits for something to have been sent. What is not urgent may be held until the morning. */
export async function sent(what, look) {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const found = await look();
    if (found) return found;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`no ${what} was sent`);
}

/** The code in the last message to a mobile made of a template. */
export async function code(mobile, template) {
  const { body } = await sent(`${template} to ${mobile}`, () => lastMessage(mobile, template));
  return body.match(/\b\d{6}\b/)[0];
}

/** Moves the house's clock forward. */
export async function forward(days) {
  const answer = await fetch(`${url}/demo/clock`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", origin: url },
    body: new URLSearchParams({ days: String(days) }),
  });
  if (answer.status !== 303) throw new Error(`the clock answered ${answer.status}`);
}

/** An authenticator's step is taken once: a day on, nobody's has been. */
export const nextDay = () => forward(1);

/** The day the house lives, so many days from now: its clock may run ahead of ours. */
export async function day(from = 0) {
  const words = (await (await fetch(`${url}/en/demo`)).text()).replaceAll(/<[^>]*>/g, "");
  const ahead = Number(words.match(/(\d+) days? ahead/)[1]);
  const riyadh = new Date(Date.now() + (ahead + from) * 86_400_000 + 3 * 3_600_000);
  return { year: riyadh.getUTCFullYear(), month: riyadh.getUTCMonth() + 1, day: riyadh.getUTCDate() };
}

/** The rows of the accounts table: user name, password, code now. */
export async function account(page, userName) {
  const row = page.locator("tr", { has: page.locator(`code:text-is("${userName}")`) });
  const [user, password, now] = await row.locator("code").allTextContents();
  return { user, password, code: now };
}

/** One of the forty people of the demonstration, by the end of their mobile: name, number, mobile, request. */
export async function resident(number) {
  const mobile = `05001000${String(number).padStart(2, "0")}`;
  const page = await (await fetch(`${url}/demo`)).text();
  const rows = page.split("<tr>").filter((row) => row.includes(`<code>${mobile}</code>`));
  const name = rows[0].match(/<th[^>]*>([^<]*)/)[1];
  const [id, , reference] = [...rows[0].matchAll(/<code>([^<]*)<\/code>/g)].map(([, text]) => text);
  return { name, id, mobile, reference };
}
