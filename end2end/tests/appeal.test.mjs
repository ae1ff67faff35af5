// A rejection says why and how to appeal; an appeal in time reaches members who did not vote on it before.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { hydrated, inspect, launch, person } from "../lib/browser.mjs";
import { forward, nextDay, outbox, resident, sent } from "../lib/demo.mjs";
import { assertRefused, postWithFiles } from "../lib/forge.mjs";
import { pdf } from "../lib/numbers.mjs";
import { read } from "../lib/page.mjs";
import * as beneficiary from "../pages/beneficiary.mjs";
import * as staff from "../pages/staff.mjs";

const reason = "نصيب الفرد من الدخل أعلى من حد البرنامج.";
const clause = "3-1";

const answered = async (reference) => (await outbox()).some(({ template, body }) => template === "answered" && body.includes(reference));
const status = (who, { reference }) => read(who, `/my/requests/${reference}`);

const browser = await launch();
let appellants;
before(async () => {
  await nextDay();
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
  for (const { reference } of appellants) await sent(`answer to ${reference}`, () => answered(reference));
});

const grounds = { ar: "لم يُحسب الإيجار الذي ندفعه.", en: "The rent we pay was not counted." };

for (const [at, language, javaScript] of [[0, "ar", true], [1, "en", false]]) {
  test(`an appeal reaches members who did not vote before (${language}, JavaScript ${javaScript ? "on" : "off"})`, async () => {
    const one = appellants[at];
    const who = await person(browser, { language, javaScript });
    await beneficiary.enter(who, one, "/my/requests");
    const page = await status(who, one);
    assert.ok(page.includes(reason) && page.includes(clause), "a rejection names its reason and clause");
    await inspect(who, "status-rejected");
    await Promise.all([who.page.waitForURL(/\/appeal$/), who.page.locator('main a[href$="/appeal"]').click()]);
    await hydrated(who);

    await beneficiary.send(who, 'form[action$="/appeal"]');
    assert.match(who.page.url(), /\/appeal$/, "an appeal needs its grounds");
    await inspect(who, "appeal-refused");
    await who.page.locator('[name="grounds"]').fill(grounds[language]);
    await who.page.locator('[name="files"]').setInputFiles([{ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("x") }]);
    await beneficiary.send(who, 'form[action$="/appeal"]');
    assert.match(who.page.url(), /\/appeal$/, "a text is no document");
    assert.equal(await who.page.locator('[name="grounds"]').inputValue(), grounds[language], "what was typed is kept");
    await who.page.locator('[name="files"]').setInputFiles([{ name: "rent.pdf", mimeType: "application/pdf", buffer: pdf }]);
    await beneficiary.send(who, 'form[action$="/appeal"]');
    assert.match(who.page.url(), new RegExp(`/my/requests/${one.reference}$`));
    await inspect(who, "status-appealed");
    assert.equal(await who.page.locator('main a[href$="/appeal"]').count(), 0, "one appeal, once");

    const secretary = await person(browser, { device: "desktop", language });
    await staff.signIn(secretary, "secretary", "/committee");
    await staff.refer(secretary, one.reference);
    const fresh = await person(browser, { device: "tablet", language });
    await staff.signIn(fresh, "member3", "/committee");
    const brief = await read(fresh, `/committee/cases/${one.reference}`);
    assert.ok(brief.includes(grounds[language]), "the new panel reads the grounds");
    assert.ok(brief.includes(reason), "and what was decided before");
    assert.ok(brief.includes({ ar: "مستند مع التظلّم", en: "Paper with an appeal" }[language]), "and sees what came with the appeal");
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
  await beneficiary.enter(who, one, "/my/requests");
  const untouched = await status(who, one);
  assert.equal(await who.page.locator('main a[href$="/appeal"]').count(), 0);
  await who.open(`/my/requests/${one.reference}/appeal`);
  assert.equal(await who.page.locator('form[action$="/appeal"]').count(), 0);
  assertRefused(await postWithFiles(who, `/my/requests/${one.reference}/appeal`, { grounds: grounds.ar }), "a late appeal");
  const text = (page) => page.replaceAll(/\s+/g, "");
  assert.equal(text(await status(who, one)), text(untouched), "and nothing was stored");
});
