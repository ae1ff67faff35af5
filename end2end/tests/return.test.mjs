// What is missing is asked for exactly: only that reopens, the rest stays as it was, and the request is signed again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hydrated, inspect, launch, person } from "../lib/browser.mjs";
import { lastMessage, nextDay, resident } from "../lib/demo.mjs";
import { assertRefused, post } from "../lib/forge.mjs";
import { read, text } from "../lib/page.mjs";
import * as beneficiary from "../pages/beneficiary.mjs";
import * as staff from "../pages/staff.mjs";

const browser = await launch();
await nextDay();

const closed = ["identity", "household", "livelihood"];
const words = { ar: "اذكر كم تحتاج، وصوّر إثبات الدخل كاملًا.", en: "Say how much you need, and photograph the whole income proof." };

/** The need and the documents are asked for again. */
async function giveBack({ reference }, language) {
  const desk = await person(browser, { device: "desktop", language });
  await staff.signIn(desk, "reception");
  await desk.open(`/office/requests/${reference}/return`);
  await hydrated(desk);
  await beneficiary.send(desk, 'form[action$="/return"]');
  assert.match(desk.page.url(), /\/return$/, "a return names what is missing");
  await inspect(desk, "office-return-refused");
  await desk.page.locator('[name="gaps"][value$="need"]').check();
  for (const box of await desk.page.locator('[name="gaps"][value^="document"]').all()) await box.check();
  await desk.page.locator('[name="words"]').fill(words[language]);
  await inspect(desk, "office-return");
  await beneficiary.send(desk, 'form[action$="/return"]');
  assert.match(desk.page.url(), new RegExp(`/office/requests/${reference}$`), await text(desk));
  return desk;
}

/** Takes the documents back and gives others. */
async function replace(who) {
  const remove = who.page.locator('form[action$="/remove"]');
  for (let left = await remove.count(); left > 0; left = await remove.count()) await beneficiary.send(who, 'form[action$="/remove"]');
  await beneficiary.giveDocuments(who);
}

for (const [number, language, javaScript] of [[34, "ar", true], [35, "en", false]]) {
  test(`only what was asked for reopens, and it is signed again (${language}, JavaScript ${javaScript ? "on" : "off"})`, async () => {
    const one = await resident(number);
    const { reference } = one;
    const desk = await giveBack(one, language);
    assert.ok((await lastMessage(one.mobile, "returned")).body.includes(reference), "the applicant is told");

    const who = await person(browser, { language, javaScript });
    const { page } = who;
    await beneficiary.enter(who, one, "/my/requests");
    assert.ok((await read(who, `/my/requests/${reference}`)).includes(words[language]), "the words are the staff's own");
    await inspect(who, "status-returned");
    await read(who, `/apply/${reference}`);
    await inspect(who, "apply-returned");
    const open = await page.locator("main a").evaluateAll((links) => links.map(({ pathname }) => pathname.split("/").pop()));
    for (const section of closed) assert.ok(!open.includes(section), `${section} was not asked for`);

    for (const section of closed) {
      assertRefused(await post(who, who.path(`/apply/${reference}/${section}`), { name_own: "غيره", version: "1" }), section);
    }

    await read(who, `/apply/${reference}/need`);
    await page.locator('[name="words"]').fill("نحتاج ألف ريال. SAR 1000.");
    await beneficiary.send(who);
    await read(who, `/apply/${reference}`);
    assert.match(await page.locator("main .actions a").first().getAttribute("href"), /\/(check|documents)$/, "what is done is not asked for again");
    assertRefused(await post(who, who.path(`/apply/${reference}/code`), { code: "000000" }), "what was signed before is void");
    await read(who, `/apply/${reference}/documents`);
    await inspect(who, "apply-documents-returned");
    await replace(who);
    assert.ok((await read(who, `/apply/${reference}/check`)).includes("SAR 1000"));
    await inspect(who, "apply-check-returned");
    await beneficiary.declare(who, reference, { mobile: one.mobile, name: { whole: one.name } });
    await beneficiary.send(who);
    assert.match(page.url(), /\/done$/, await text(who));

    assert.ok((await read(desk, `/office/requests/${reference}`)).includes("SAR 1000"), "the desk reads what is new");
    for (const each of [who, desk]) assert.deepEqual(each.problems, []);
  });
}
