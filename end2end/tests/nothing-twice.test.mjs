// Nothing happens twice and nothing is lost: double clicks, replays, edits after signing, two people at one request.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hydrated, inspect, launch, person, url } from "../lib/browser.mjs";
import { nextDay, outbox } from "../lib/demo.mjs";
import { mobile, nationalId } from "../lib/numbers.mjs";
import * as beneficiary from "../pages/beneficiary.mjs";
import * as staff from "../pages/staff.mjs";

const browser = await launch();
await nextDay();

const applicant = (number) => ({
  programme: "food-basket",
  id: nationalId(number),
  mobile: mobile(number),
  name: { own: "هند", father: "صالح", grandfather: "عمر", family: "القرشي" },
  members: [{ name: "لمى القرشي", kinship: "daughter", born: "1438/2/9" }],
  words: "انقطع عملنا هذا الشهر ونحتاج سلة غذائية.",
});

/** How many times the house received a request. */
async function received(reference) {
  const { length } = (await outbox()).filter(({ template, body }) => template === "received" && body.includes(reference));
  return length;
}

/** The references of this person's requests that were sent. */
async function requests(who) {
  await who.open("/my/requests");
  return who.page.locator('main a[href*="/my/requests/"]').evaluateAll((links) => links.map(({ pathname }) => pathname));
}

for (const [javaScript, number] of [[true, 201], [false, 202]]) {
  test(`a double click sends one request, and a replay sends none (JavaScript ${javaScript ? "on" : "off"})`, async () => {
    const who = await person(browser, { javaScript });
    const { page } = who;
    const reference = await beneficiary.prepare(who, applicant(number));
    await beneficiary.declare(who, reference, applicant(number));
    const sent = page.waitForRequest((request) => request.method() === "POST" && request.url().endsWith("/code"));
    await page.locator('form[action$="/code"] button[type="submit"]').dblclick();
    const first = await sent;
    await page.waitForURL(/\/done$/);
    await hydrated(who);
    assert.equal(await received(reference), 1);
    for (let again = 0; again < 3; again += 1) {
      const replay = await page.request.post(first.url(), {
        data: first.postData(),
        headers: { origin: url, "content-type": "application/x-www-form-urlencoded" },
        maxRedirects: 0,
      });
      assert.equal(replay.status(), 303, "a replay is answered as the first was");
      assert.match(replay.headers().location, /\/done$/);
    }
    assert.equal(await received(reference), 1);
    assert.equal((await requests(who)).length, 1);
    assert.deepEqual(who.problems, []);
  });
}

test("an edit after signing voids the signature, and a new one is asked for", async () => {
  const who = await person(browser);
  const one = applicant(203);
  const reference = await beneficiary.prepare(who, one);
  await beneficiary.declare(who, reference, one);

  // The same person in a second tab, before the code is sent.
  const tab = { ...who, page: await who.context.newPage() };
  await tab.page.goto(`/apply/${reference}/need`);
  await hydrated(tab);
  await tab.page.locator('[name="words"]').fill("تغير حالنا: نحتاج سلتين.");
  await beneficiary.send(tab);

  await beneficiary.send(who);
  assert.doesNotMatch(who.page.url(), /\/done$/, "what was signed is not what would be sent");
  await inspect(who, "apply-not-signed");
  assert.equal(await received(reference), 0);
  await who.open(`/apply/${reference}/check`);
  assert.match(await who.page.locator("main").innerText(), /نحتاج سلتين/);

  await beneficiary.sign(who, reference, one);
  assert.equal(await received(reference), 1);
  assert.deepEqual(who.problems, []);
});

test("of two at one request the second is told, and what was typed is still there", async () => {
  const who = await person(browser, { javaScript: false });
  const reference = await beneficiary.apply(who, applicant(204));
  const desks = [];
  for (const userName of ["reception", "reception2"]) {
    const desk = await person(browser, { device: "desktop" });
    await staff.signIn(desk, userName);
    await desk.page.goto(`/office/requests/${reference}/return`);
    await hydrated(desk);
    await desk.page.locator('[name="gaps"]').first().check();
    await desk.page.locator('[name="words"]').fill(`كلمات كتبها ${userName} بعناية.`);
    desks.push(desk);
  }
  const [first, second] = desks;
  await beneficiary.send(first, 'form[action$="/return"]');
  assert.match(first.page.url(), new RegExp(`/office/requests/${reference}$`));

  const answer = second.page.waitForResponse((response) => response.request().method() === "POST");
  await beneficiary.send(second, 'form[action$="/return"]');
  assert.equal((await answer).status(), 409);
  const page = second.page.locator("main");
  assert.match(await page.innerText(), /كلمات كتبها reception2 بعناية/, "the words are kept");
  assert.equal(await second.page.locator('main [role="alert"]').count(), 1, "and the reader is told");
  await inspect(second, "office-stale");
  const returned = (await outbox()).filter(({ template, body }) => template === "returned" && body.includes(reference));
  assert.equal(returned.length, 1);
  for (const desk of desks) assert.deepEqual(desk.problems, []);
});
