// Finding a programme, asking whether it fits, and taking what was told along into the application.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hydrated, inspect, launch, person } from "../lib/browser.mjs";
import { mobile, nationalId } from "../lib/numbers.mjs";
import { field, text } from "../lib/page.mjs";
import * as beneficiary from "../pages/beneficiary.mjs";

const browser = await launch();

const cards = (who) => who.page.locator('main a[href*="/programmes/"]').evaluateAll((links) => links.map((link) => link.pathname.split("/").at(-1)));

for (const [number, language, javaScript] of [[61, "ar", true], [62, "en", false]]) {
  const how = `${language}, JavaScript ${javaScript ? "on" : "off"}`;

  test(`a programme is found by what is needed, and the choice can be passed on (${how})`, async () => {
    const who = await person(browser, { language, javaScript });
    await who.open("/programmes");
    await hydrated(who);
    await who.page.locator("main details summary").first().click();
    await field(who.page, "need").selectOption("rent");
    await Promise.all([who.page.waitForURL(/need=rent/), who.page.locator('form[role="search"] button').click()]);
    await hydrated(who);
    assert.deepEqual(await cards(who), ["rent-support"]);
    assert.equal(await field(who.page, "need").inputValue(), "rent", "what was chosen stands there");
    await inspect(who, "programmes-found");
    assert.deepEqual(who.problems, []);
  });

  test(`one short check tells of every programme whether it fits, and why (${how})`, async () => {
    const who = await person(browser, { language, javaScript });
    await who.open("/check");
    await hydrated(who);
    await field(who.page, "group").selectOption("widow");
    await field(who.page, "people").fill("4");
    await field(who.page, "income").fill("2100");
    await field(who.page, "rent").fill("1200");
    await field(who.page, "debts").fill("0");
    await beneficiary.send(who, 'form[action$="/check"]');
    const all = await cards(who);
    assert.ok(all.includes("food-basket") && all.includes("marriage"), "of every programme");
    assert.ok(await who.page.locator('.verdicts-yes a[href$="/food-basket"]').isVisible());
    const unfit = who.page.locator('a[href$="/programmes/marriage"]');
    assert.ok(!(await unfit.isVisible()), "what does not fit is folded away");
    await inspect(who, "check-all");
    await who.page.locator("details:has(.verdicts) summary").click();
    assert.ok(await unfit.isVisible());
    assert.deepEqual(who.problems, []);
  });

  test(`what was told to the self-check comes along into the application, and nowhere else (${how})`, async () => {
    const who = await person(browser, { language, javaScript });
    await who.open("/programmes/rent-support/check");
    await hydrated(who);
    await field(who.page, "group").selectOption("widow");
    await field(who.page, "people").fill("٤");
    await field(who.page, "income").fill("2,100");
    await field(who.page, "rent").fill("1200");
    await field(who.page, "debts").fill("0");
    await beneficiary.send(who, 'form[action$="/check"]');
    assert.equal(await who.page.locator(".outcome-yes").count(), 1, await text(who));
    await inspect(who, "check-yes");
    await beneficiary.send(who, 'form[action$="/carry"]');
    assert.match(who.page.url(), /\/sign-in/);
    await beneficiary.signIn(who, { id: nationalId(number), mobile: mobile(number) });
    if (!/\/apply\//.test(who.page.url())) {
      await who.open("/programmes/rent-support");
      await hydrated(who);
      await beneficiary.send(who, 'form[action$="/start"]');
    }
    const reference = who.page.url().match(/\/apply\/([^/?]+)/)[1];
    await who.open(`/apply/${reference}/identity`);
    await hydrated(who);
    assert.ok(await who.page.locator('[name="group"][value="widow"]').isChecked(), "the group is chosen already");
    await who.open(`/apply/${reference}/livelihood`);
    await hydrated(who);
    assert.match((await field(who.page, "rent").inputValue()).replaceAll(",", ""), /^1200/);
    assert.deepEqual(who.problems, []);
  });
}
