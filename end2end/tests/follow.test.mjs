// Following a request with its number and a code, without an account; and taking one's own request back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hydrated, inspect, launch, person } from "../lib/browser.mjs";
import { code, lastMessage, resident } from "../lib/demo.mjs";
import { assertRefused, post } from "../lib/forge.mjs";
import { mobile, nationalId } from "../lib/numbers.mjs";
import { field, text } from "../lib/page.mjs";
import * as beneficiary from "../pages/beneficiary.mjs";

const browser = await launch();

async function ask(who, reference) {
  await who.open("/track");
  await hydrated(who);
  await inspect(who, "track");
  await field(who.page, "reference").fill(reference);
  await beneficiary.send(who);
  assert.match(who.page.url(), /\/track\/code$/, await text(who));
}

for (const [number, language, javaScript] of [[8, "ar", true], [9, "en", false]]) {
  test(`a request is followed with its number and a code, and nothing of it changed (${language}, JavaScript ${javaScript ? "on" : "off"})`, async () => {
    const one = await resident(number);
    const who = await person(browser, { language, javaScript });
    await ask(who, one.reference.toLowerCase());
    const sent = await code(one.mobile, "tracking_code");
    await field(who.page, "code").fill(sent === "000000" ? "000001" : "000000");
    await beneficiary.send(who);
    assert.match(who.page.url(), /\/track\/code$/, "a wrong code opens nothing");
    await inspect(who, "track-code-refused");
    await field(who.page, "code").fill(sent);
    await beneficiary.send(who);
    assert.match(who.page.url(), new RegExp(`/my/requests/${one.reference}$`));
    await inspect(who, "track-status");
    for (const act of ["appeal", "withdraw"]) {
      assert.equal(await who.page.locator(`main a[href$="/${act}"]`).count(), 0, `${act} is not theirs who only looks`);
      assertRefused(await post(who, `/my/requests/${one.reference}/${act}`, { seen: "submitted" }), act);
    }
    assertRefused(await who.page.request.get(`/my/requests/${one.reference}/documents/1`), "its documents");
    assert.deepEqual(who.problems, []);
  });
}

test("a number nobody has is answered like any other", async () => {
  const who = await person(browser, { javaScript: false });
  await ask(who, "WKW-KWK-WKT");
});

for (const [number, language, javaScript] of [[51, "ar", true], [52, "en", false]]) {
  test(`whoever applied takes the request back, once asked again (${language}, JavaScript ${javaScript ? "on" : "off"})`, async () => {
    const one = { id: nationalId(number), mobile: mobile(number) };
    const who = await person(browser, { language, javaScript });
    const reference = await beneficiary.begin(who, one, "food-basket");
    await who.open(`/my/requests/${reference}`);
    await hydrated(who);
    await Promise.all([who.page.waitForURL(/\/withdraw$/), who.page.locator('main a[href$="/withdraw"]').click()]);
    await hydrated(who);
    await inspect(who, "withdraw");
    await beneficiary.send(who, 'form[action$="/withdraw"]');
    assert.match(who.page.url(), new RegExp(`/my/requests/${reference}$`));
    await inspect(who, "withdrawn");
    assert.ok((await lastMessage(one.mobile, "withdrawn")).body.includes(reference));
    assert.equal(await who.page.locator('main a[href$="/withdraw"]').count(), 0);
    assert.equal(await who.page.locator('main a[href*="/programmes/food-basket"]').count(), 1, "they may begin anew");
    assert.deepEqual(who.problems, []);
  });
}
