// What staff and committee do, screen by screen.
import assert from "node:assert/strict";
import { hydrated, inspect } from "../lib/browser.mjs";
import { account } from "../lib/demo.mjs";
import { field, press } from "../lib/page.mjs";
import { choose, send } from "./beneficiary.mjs";

// An authenticator code is taken once, so a member of staff who is still signed in elsewhere goes on from there.
const sessions = new Map();

/** The code an authenticator shows, once it is another than the one given. */
async function codeAfter(page, demo, userName, before) {
  for (;;) {
    await page.goto(demo);
    const { code } = await account(page, userName);
    if (code !== before) return code;
    await page.waitForTimeout(1_000);
  }
}

/** Signs a member of staff in, with password and authenticator code. */
export async function signIn(who, userName, first = "/office") {
  const { page } = who;
  await who.context.addCookies(sessions.get(userName) ?? []);
  await who.open(first);
  const inside = () => new URL(page.url()).pathname === who.path(first);
  if (inside()) return hydrated(who);
  await who.open("/demo");
  const { user, password } = await account(page, userName);
  await who.open(`/office/sign-in?next=${first}`);
  await hydrated(who);
  await field(page, "user_name").fill(user);
  await field(page, "password").fill(password);
  await inspect(who, "office-sign-in");
  await send(who);
  const opener = await who.context.newPage();
  let shown;
  // Another file may have signed this account in a moment ago: then its authenticator's next code is waited for.
  for (let tries = 0; tries < 3 && !inside(); tries += 1) {
    shown = await codeAfter(opener, who.path("/demo"), userName, shown);
    await field(page, "code").fill(shown);
    await send(who);
  }
  await opener.close();
  assert.ok(inside(), `${userName} was not let in: ${await page.locator("body").innerText()}`);
  sessions.set(userName, await who.context.cookies());
}

async function open(who, reference, step = "") {
  await who.open(`/office/requests/${reference}${step}`);
  await hydrated(who);
}

export async function closeMatch(who, reference) {
  const { page } = who;
  await open(who, reference);
  await inspect(who, "office-request");
  await open(who, reference, "/match");
  for (const name of await page.locator('input[type="radio"][value="agrees"]').evaluateAll((all) => all.map(({ name }) => name))) {
    await choose(page, name, "agrees");
  }
  for (const name of await page.locator('input[type="radio"][value="different"]').evaluateAll((all) => all.map(({ name }) => name))) {
    await choose(page, name, "different");
  }
  await inspect(who, "office-match");
  await press(who, page.locator('form[action$="/match"] button[type="submit"]:not([formaction])').first());
  assert.match(page.url(), new RegExp(`/office/requests/${reference}$`), await page.locator("main").innerText());
}

export async function study(who, reference) {
  const { page } = who;
  await open(who, reference);
  await press(who, page.locator('form[action$="/study/open"] button'));
  await open(who, reference, "/study");
  await choose(page, "place", "home");
  await choose(page, "housing", "crowded");
  await choose(page, "recommendation", "support");
  await field(page, "findings").fill("أسرة متعاونة، والسكن مزدحم، والدخل لا يكفي.");
  await field(page, "clause").fill("4-2");
  await inspect(who, "office-study");
  await send(who, 'form[action$="/study"]');
  await refer(who, reference);
}

/** Brings a file to the committee's next session. */
export async function refer(who, reference) {
  await open(who, reference, "/refer");
  await who.page.locator('[name="session"]').first().check();
  await inspect(who, "office-refer");
  await send(who, 'form[action$="/refer"]');
}

export async function vote(who, reference, choice = "accept", reason = "") {
  const { page } = who;
  await who.open(`/committee/cases/${reference}`);
  await hydrated(who);
  await inspect(who, "committee-brief");
  await page.locator(`[value="${choice}"]`).first().check();
  if (reason) await field(page, "reason").fill(reason);
  await press(who, page.locator('form[action$="/vote"] button[type="submit"]'));
}

export async function decide(who, reference, clause = "") {
  const { page } = who;
  await who.open(`/committee/cases/${reference}`);
  await hydrated(who);
  await inspect(who, "committee-decide");
  if (clause) await field(page, "clause").fill(clause);
  await press(who, page.locator('form[action$="/decide"] button[type="submit"]'));
}

export async function register(who, reference) {
  await open(who, reference);
  await send(who, 'form[action$="/register"]');
}

export async function startDelivery(who, reference) {
  await open(who, reference, "/deliver");
  await inspect(who, "office-deliver");
  await send(who, 'form[action$="/deliver"]');
}

export async function confirmReceipt(who, reference, code) {
  const { page } = who;
  await open(who, reference, "/receipt");
  await field(page, "code").fill(code);
  await inspect(who, "office-receipt");
  await send(who, 'form[action$="/receipt"]');
}
