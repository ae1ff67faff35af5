// What a person gave is never asked twice and never lost: another phone, a dead line, a second tab, back and refresh.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hydrated, inspect, launch, person } from "../lib/browser.mjs";
import { mobile, nationalId } from "../lib/numbers.mjs";
import * as beneficiary from "../pages/beneficiary.mjs";

const browser = await launch();

const applicant = (number) => ({
  id: nationalId(number),
  mobile: mobile(number),
  name: { own: "ليلى", father: "حسن", grandfather: "علي", family: "الزهراني" },
  members: [
    { name: "جود الزهراني", kinship: "daughter", born: "1440/4/4" },
    { name: "فهد الزهراني", kinship: "son", born: "1/2/2015" },
  ],
  words: "نحتاج سلة غذائية لهذا الشهر.",
});

const words = (who) => who.page.locator('[name="words"]');
const status = (who) => who.page.locator('form [role="status"]');

const begin = (who, one) => beneficiary.begin(who, one, "food-basket");

async function open(who, reference, section) {
  await who.open(`/apply/${reference}/${section}`);
  await hydrated(who);
}

test("what was typed on one phone is there on another, saved or not", async () => {
  const one = applicant(301);
  const first = await person(browser);
  const reference = await begin(first, one);
  await open(first, reference, "identity");
  await beneficiary.sections.identity(first, one);
  await beneficiary.send(first);
  await open(first, reference, "need");
  await words(first).pressSequentially(one.words);
  await status(first).filter({ hasText: "حفظنا" }).waitFor();

  const second = await person(browser);
  await beneficiary.enter(second, one, "/my/requests");
  await open(second, reference, "identity");
  assert.equal(await second.page.locator('[name="name_own"]').inputValue(), one.name.own, "what was saved");
  await open(second, reference, "need");
  assert.equal(await words(second).inputValue(), one.words, "and what was not");
  await inspect(second, "apply-need-kept");
  await beneficiary.choose(second.page, "urgency", "this_month");
  await beneficiary.send(second);
  await open(second, reference, "need");
  assert.equal(await second.page.locator('form[action$="/forget"]').count(), 0, "saved is no longer unfinished");
  for (const who of [first, second]) assert.deepEqual(who.problems, []);
});

test("without a line the page says so, and keeps when it is back", async () => {
  const who = await person(browser);
  const reference = await begin(who, applicant(302));
  await open(who, reference, "need");
  await who.context.setOffline(true);
  await words(who).pressSequentially("انقطع");
  await status(who).filter({ hasText: "لا يوجد اتصال" }).waitFor();
  await who.context.setOffline(false);
  await words(who).pressSequentially(" ثم عاد");
  await status(who).filter({ hasText: "حفظنا" }).waitFor();
  await who.page.reload();
  await hydrated(who);
  assert.equal(await words(who).inputValue(), "انقطع ثم عاد");
  await who.page.locator('form[action$="/forget"] button').click();
  await who.page.waitForURL(/\/need$/);
  await hydrated(who);
  assert.equal(await words(who).inputValue(), "", "dropped at the person's wish");
});

test("two tabs do not overwrite each other", async () => {
  const who = await person(browser);
  const reference = await begin(who, applicant(303));
  await open(who, reference, "need");
  const other = { ...who, page: await who.context.newPage() };
  await other.page.goto(`/apply/${reference}/need`);
  await hydrated(other);
  for (const [tab, text] of [[who, "من النافذة الأولى"], [other, "من النافذة الثانية"]]) {
    await words(tab).fill(text);
    await beneficiary.choose(tab.page, "urgency", "this_week");
  }
  await beneficiary.send(who);
  const answer = other.page.waitForResponse((response) => response.request().method() === "POST" && response.url().endsWith("/need"));
  await beneficiary.send(other);
  assert.equal((await answer).status(), 409);
  assert.equal(await words(other).inputValue(), "من النافذة الثانية", "what was typed second is still there");
  await inspect(other, "apply-need-stale");
  await open(who, reference, "need");
  await who.open(`/apply/${reference}/check`);
  assert.match(await who.page.locator("main").innerText(), /من النافذة الأولى/, "and what was saved first is saved");
});

for (const javaScript of [true, false]) {
  test(`back and refresh lose nothing at any step (JavaScript ${javaScript ? "on" : "off"})`, async () => {
    const who = await person(browser, { javaScript });
    const one = applicant(javaScript ? 304 : 305);
    const reference = await begin(who, one);
    for (const [section, fill] of Object.entries(beneficiary.sections)) {
      await open(who, reference, section);
      await fill(who, one);
      await beneficiary.send(who);
      assert.doesNotMatch(who.page.url(), new RegExp(`/${section}$`));
      await who.page.reload();
      await who.page.goBack();
      await who.page.reload();
      await hydrated(who);
      const empty = await who.page.locator("main form:not(.leave) input[type=text]:visible, main textarea:visible").evaluateAll(
        (fields) => fields.filter(({ value, name }) => value === "" && !["address", "name_grandfather"].includes(name)).map(({ name }) => name),
      );
      const optional = section === "livelihood" ? empty : [];
      assert.deepEqual(empty, optional, `${section} after back and refresh`);
    }
    await who.open(`/apply/${reference}/check`);
    const all = await who.page.locator("main").innerText();
    for (const text of [one.name.own, ...one.members.map(({ name }) => name), one.words]) assert.ok(all.includes(text), text);
  });
}
