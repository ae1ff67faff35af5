// A rejection says why and how to appeal; an appeal in time reaches members who did not vote on it before.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { hydrated, inspect, launch, person, url } from "../lib/browser.mjs";
import { forward, outbox, resident } from "../lib/demo.mjs";
import * as beneficiary from "../pages/beneficiary.mjs";
import * as staff from "../pages/staff.mjs";

const reason = "نصيب الفرد من الدخل أعلى من حد البرنامج.";
const clause = "3-1";

let browser;
let appellants;
before(async () => {
  browser = await launch();
  // An authenticator's step is taken once: a day later nobody's has been.
  await forward(1);
  // Three requests that wait for the committee, without a vote yet.
  appellants = await Promise.all([15, 18, 21].map(resident));
  for (const userName of ["member1", "member2", "chair"]) {
    const member = await person(browser, { device: "tablet" });
    await staff.signIn(member, userName, "/committee");
    for (const { reference } of appellants) await staff.vote(member, reference, "reject", reason);
  }
  const secretary = await person(browser, { device: "tablet" });
  await staff.signIn(secretary, "secretary", "/committee");
  for (const { reference } of appellants) await staff.decide(secretary, reference, clause);
  await forward(14);
  for (const { reference } of appellants) await answered(reference);
});
after(() => browser.close());

/** Waits until the house told the applicant its answer. */
async function answered(reference) {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    if ((await outbox()).some(({ template, body }) => template === "answered" && body.includes(reference))) return;
    await new Promise((later) => setTimeout(later, 250));
  }
  throw new Error(`no answer was sent for ${reference}`);
}

async function signIn(who, one) {
  await who.open("/sign-in?next=/my/requests");
  await hydrated(who);
  await beneficiary.signIn(who, one);
}

async function status(who, { reference }) {
  await who.open(`/my/requests/${reference}`);
  await hydrated(who);
  return who.page.locator("main").innerText();
}

const grounds = { ar: "لم يُحسب الإيجار الذي ندفعه.", en: "The rent we pay was not counted." };

for (const [at, language, javaScript] of [[0, "ar", true], [1, "en", false]]) {
  test(`an appeal reaches members who did not vote before (${language}, JavaScript ${javaScript ? "on" : "off"})`, async () => {
    const one = appellants[at];
    const who = await person(browser, { language, javaScript });
    await signIn(who, one);
    const page = await status(who, one);
    assert.ok(page.includes(reason) && page.includes(clause), "a rejection names its reason and clause");
    await inspect(who, "status-rejected");
    await Promise.all([who.page.waitForURL(/\/appeal$/), who.page.locator('main a[href$="/appeal"]').click()]);
    await hydrated(who);

    await beneficiary.send(who, 'form[action$="/appeal"]');
    assert.match(who.page.url(), /\/appeal$/, "an appeal needs its grounds");
    await inspect(who, "appeal-refused");
    await who.page.locator('[name="grounds"]').fill(grounds[language]);
    await beneficiary.send(who, 'form[action$="/appeal"]');
    assert.match(who.page.url(), new RegExp(`/my/requests/${one.reference}$`));
    await inspect(who, "status-appealed");
    assert.equal(await who.page.locator('main a[href$="/appeal"]').count(), 0, "one appeal, once");

    const secretary = await person(browser, { device: "desktop", language });
    await staff.signIn(secretary, "secretary", "/committee");
    await staff.refer(secretary, one.reference);
    const fresh = await person(browser, { device: "tablet", language });
    await staff.signIn(fresh, "member3", "/committee");
    await fresh.open(`/committee/cases/${one.reference}`);
    await hydrated(fresh);
    const brief = await fresh.page.locator("main").innerText();
    assert.ok(brief.includes(grounds[language]), "the new panel reads the grounds");
    assert.ok(brief.includes(reason), "and what was decided before");
    await inspect(fresh, "committee-appeal");

    const voted = await person(browser, { device: "tablet", language });
    await staff.signIn(voted, "member1", "/committee");
    const answer = await voted.open(`/committee/cases/${one.reference}`);
    assert.equal(answer.status(), 404, "who voted before does not sit on the appeal");
    for (const each of [who, secretary, fresh, voted]) assert.deepEqual(each.problems, []);
  });
}

test("after its window an appeal is not taken, and the page says so", async () => {
  const one = appellants[2];
  await forward(31);
  const who = await person(browser, { javaScript: false });
  await signIn(who, one);
  const untouched = await status(who, one);
  assert.equal(await who.page.locator('main a[href$="/appeal"]').count(), 0);
  await who.open(`/my/requests/${one.reference}/appeal`);
  assert.equal(await who.page.locator('form[action$="/appeal"]').count(), 0);
  const late = await who.page.request.post(`/my/requests/${one.reference}/appeal`, {
    form: { grounds: grounds.ar },
    headers: { origin: url },
    maxRedirects: 0,
  });
  assert.ok(late.status() >= 400 && late.status() < 500, `a late appeal: ${late.status()}`);
  const text = (page) => page.replaceAll(/\s+/g, "");
  assert.equal(text(await status(who, one)), text(untouched), "and nothing was stored");
});
