// What stands round every page: the way out, and the page for when there is no connection.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect, launch, person, url } from "../lib/browser.mjs";

const browser = await launch();

for (const language of ["ar", "en"]) {
  test(`leaving at once takes the place of the page in the history (${language})`, async () => {
    for (const leave of [(page) => page.locator("[data-exit]").click(), async (page) => {
      for (let press = 0; press < 3; press += 1) await page.keyboard.press("Escape");
    }]) {
      const who = await person(browser, { language });
      await who.page.route("https://ncm.gov.sa/**", (route) => route.fulfill({ contentType: "text/html", body: "<title>weather</title>" }));
      await who.open("/");
      await who.open("/check");
      await leave(who.page);
      await who.page.waitForURL("https://ncm.gov.sa/");
      await who.page.goBack();
      assert.ok(!who.page.url().includes("/check"), "the page that was left is not one step back");
      await who.context.close();
    }
  });

  test(`without a script the way out is a link that tells nobody where it came from (${language})`, async () => {
    const who = await person(browser, { language, javaScript: false });
    await who.open("/check");
    const rel = await who.page.locator("[data-exit]").getAttribute("rel");
    assert.match(rel, /noreferrer/);
    await who.context.close();
  });
}

test("without a connection there is a page that says so, and nothing of anybody's is kept", async () => {
  const who = await person(browser);
  await who.open("/programmes");
  await who.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await who.open("/programmes");
  const kept = await who.page.evaluate(async () => {
    const requests = [];
    for (const name of await caches.keys()) requests.push(...(await (await caches.open(name)).keys()));
    return requests.map((request) => new URL(request.url).pathname);
  });
  assert.ok(kept.includes("/offline.html"), kept.join(" "));
  const files = kept.filter((path) => !/^\/(pkg\/.*\.[\w-]{22}\.|fonts\/.*\.woff2$|offline\.html$|plain\.css$|favicon\.svg$)/.test(path));
  assert.deepEqual(files, [], "only files with a digest, fonts and the offline page");
  await who.context.setOffline(true);
  await who.page.goto(`${url}/check`).catch(() => {});
  assert.match(await who.page.locator("h1").innerText(), /لا يوجد اتصال/);
  await inspect(who, "offline");
  await who.context.setOffline(false);
  await who.open("/check");
  assert.equal(await who.page.locator("h1").innerText(), "ماذا يناسبني؟");
  await who.context.close();
});
