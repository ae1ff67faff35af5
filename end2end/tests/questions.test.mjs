// A programme's own questions: every kind of field, what is wrong said at its question, replies shown to be checked.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hydrated, inspect, launch, person } from "../lib/browser.mjs";
import { mobile, nationalId } from "../lib/numbers.mjs";
import * as beneficiary from "../pages/beneficiary.mjs";

const browser = await launch();

/** Opens the need of a new application. Gives the application's address. */
async function need(who, one, programme) {
  const address = `/apply/${await beneficiary.begin(who, one, programme)}`;
  await who.open(`${address}/need`);
  await hydrated(who);
  return address;
}

async function fill(who, values) {
  for (const [name, value] of Object.entries(values)) await who.page.locator(`[name="${name}"]`).fill(value);
}

for (const [number, language, javaScript] of [[401, "ar", true], [402, "en", false]]) {
  test(`the questions of a programme are answered (${language}, JavaScript ${javaScript ? "on" : "off"})`, async () => {
    const one = { id: nationalId(number), mobile: mobile(number) };
    const who = await person(browser, { language, javaScript });
    const { page } = who;
    const address = await need(who, one, "rent-support");
    await inspect(who, "apply-questions");
    await page.locator('[name="words"]').fill("تأخر إيجار البيت.");
    await beneficiary.choose(page, "urgency", "this_month");
    await fill(who, { q_landlord: "سالم أحمد العتيبي", q_months: "٤٠", q_ends_day: "1", q_ends_month: "9", q_ends_year: "1449", iban: "SA03 8000 0000 6080 1016 7519" });
    await beneficiary.choose(page, "q_home", "flat");
    await beneficiary.send(who);
    await inspect(who, "apply-questions-refused");
    const summary = await page.locator('[role="alert"]').innerText();
    assert.match(summary, language === "ar" ? /كم شهرًا تأخرت/ : /How many months/, "the question is named");
    assert.equal(await page.locator('[name="q_landlord"]').inputValue(), "سالم أحمد العتيبي", "what was typed stays");
    await fill(who, { q_months: "٣" });
    await beneficiary.send(who);
    await who.open(`${address}/check`);
    await hydrated(who);
    const text = await page.locator("main").innerText();
    for (const reply of ["سالم أحمد العتيبي", language === "ar" ? "شقة" : "Flat", "1449"]) assert.ok(text.includes(reply), reply);
    await inspect(who, "apply-questions-checked");
    assert.deepEqual(who.problems, []);
    await who.context.close();
  });
}

test("a table takes a row for each child and leaves the blank ones out", async () => {
  const who = await person(browser);
  const address = await need(who, { id: nationalId(403), mobile: mobile(403) }, "school-bag");
  await who.page.locator('[name="words"]').fill("حقائب للمدرسة.");
  await beneficiary.choose(who.page, "urgency", "this_week");
  await who.page.locator("details:has([name=q_pupils__2_0]) summary").click();
  await fill(who, { q_pupils__0_0: "جود", q_pupils__0_1: "٣", q_pupils__2_0: "فهد", q_pupils__2_1: "٧" });
  await inspect(who, "apply-table");
  await beneficiary.send(who);
  await who.open(`${address}/need`);
  await hydrated(who);
  assert.equal(await who.page.locator('[name="q_pupils__1_0"]').inputValue(), "فهد", "the second row is the second child");
  assert.equal(await who.page.locator('[name="q_pupils__2_0"]').inputValue(), "");
  assert.deepEqual(who.problems, []);
  await who.context.close();
});
