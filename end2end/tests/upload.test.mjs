// The pages of a document: several photos at once, turned and taken out; over a line that is lost; without JavaScript.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hydrated, inspect, launch, person } from "../lib/browser.mjs";
import { mobile, nationalId } from "../lib/numbers.mjs";
import { press } from "../lib/page.mjs";
import { photo } from "../lib/pictures.mjs";
import * as beneficiary from "../pages/beneficiary.mjs";

const browser = await launch();

const card = (who) => who.page.locator("#paper_family_record");
const chooser = (who) => card(who).locator('input[name="file_family_record"]');
const lines = (who) => card(who).locator(".page-line");
const sending = (who) => card(who).locator(".sending-file");
const file = (name, buffer, mimeType = "image/png") => ({ name, mimeType, buffer });

/** The documents of a fresh application. */
async function open(who, number) {
  const reference = await beneficiary.begin(who, { id: nationalId(number), mobile: mobile(number) }, "food-basket");
  await again(who, reference);
  return reference;
}

async function again(who, reference) {
  await who.open(`/apply/${reference}/documents`);
  await hydrated(who);
}

async function count(who, wanted) {
  await lines(who).nth(wanted - 1).waitFor();
  assert.equal(await lines(who).count(), wanted);
}

/** Wide or tall, as the small pictures show the pages. */
async function shapes(who) {
  const looks = card(who).locator("img.page-look");
  for (const look of await looks.all()) await look.scrollIntoViewIfNeeded();
  return looks.evaluateAll(async (pictures) => {
    await Promise.all(pictures.map((picture) => picture.decode()));
    return pictures.map(({ naturalWidth, naturalHeight }) => (naturalWidth > naturalHeight ? "wide" : "tall"));
  });
}

for (const javaScript of [true, false]) {
  test(`several photos are pages, turned and taken out (JavaScript ${javaScript ? "on" : "off"})`, async () => {
    const who = await person(browser, { javaScript });
    await open(who, javaScript ? 401 : 402);
    await chooser(who).setInputFiles([1, 2, 3].map((number) => file(`page-${number}.png`, photo(60, 40))));
    if (!javaScript) await press(who, card(who).locator('form[enctype="multipart/form-data"] button'));
    await count(who, 3);
    assert.equal(await sending(who).count(), 0, "nothing is on its way any more");
    await inspect(who, "apply-documents-pages");
    if (javaScript) assert.deepEqual(await shapes(who), ["wide", "wide", "wide"]);
    await press(who, lines(who).nth(1).locator('form[action$="/turn"] button'));
    await count(who, 3);
    if (javaScript) assert.deepEqual(await shapes(who), ["wide", "tall", "wide"]);
    await press(who, lines(who).nth(0).locator('form[action$="/take-out"] button'));
    await count(who, 2);
    if (javaScript) assert.deepEqual(await shapes(who), ["tall", "wide"], "the order is kept");
    assert.deepEqual(who.problems, []);
  });
}

test("a file that cannot be taken says why beside its name, and the others go on", async () => {
  const who = await person(browser, { language: "en", device: "desktop" });
  await open(who, 403);
  await chooser(who).setInputFiles([
    file("notes.png", Buffer.from("only words")),
    file("IMG_0001.HEIC", Buffer.from("whatever it is"), "image/heic"),
    file("front.png", photo(60, 40)),
  ]);
  await count(who, 1);
  const told = (await sending(who).allInnerTexts()).join("\n");
  assert.match(told, /notes\.png[^]*Choose a picture or a PDF file/);
  assert.match(told, /IMG_0001\.HEIC[^]*Most Compatible/);
  assert.equal(await sending(who).count(), 2, "what was taken is off the list");
  await inspect(who, "apply-documents-refused");
  await sending(who).first().locator("button").click();
  assert.equal(await sending(who).count(), 1, "and what was refused can be taken off it");
});

test("a line lost in the middle is waited for, and the photo is stored once", async () => {
  const who = await person(browser);
  const reference = await open(who, 404);
  const line = await who.context.newCDPSession(who.page);
  await line.send("Network.enable");
  const speed = (bytes) => line.send("Network.emulateNetworkConditions", { offline: false, latency: 40, downloadThroughput: -1, uploadThroughput: bytes });
  await speed(60_000);
  await chooser(who).setInputFiles(file("register.png", photo(500, 500)));
  await sending(who).filter({ hasText: "نرسله" }).locator("progress").waitFor();
  await inspect(who, "apply-documents-sending");
  await who.context.setOffline(true);
  await who.page.waitForFunction(() => !navigator.onLine);
  await sending(who).filter({ hasText: "انقطع الاتصال" }).waitFor();
  await inspect(who, "apply-documents-lost");

  await who.context.setOffline(false);
  await speed(-1);
  await count(who, 1);
  assert.equal(await sending(who).count(), 0);
  await again(who, reference);
  await count(who, 1);
});

test("a lost answer is asked for again and stores no second page", async () => {
  const who = await person(browser);
  const reference = await open(who, 405);
  // The first answer arrives and is thrown away, as when the line goes a moment too early.
  await who.page.evaluate(() => {
    const open = XMLHttpRequest.prototype.open;
    let lost = false;
    globalThis.sent = 0;
    XMLHttpRequest.prototype.open = function (...how) {
      globalThis.sent += 1;
      this.addEventListener("load", (event) => {
        if (lost) return;
        lost = true;
        event.stopImmediatePropagation();
        this.dispatchEvent(new ProgressEvent("error"));
      });
      return open.apply(this, how);
    };
  });
  await chooser(who).setInputFiles(file("register.png", photo(60, 40)));
  await count(who, 1);
  assert.equal(await who.page.evaluate(() => globalThis.sent), 2);
  await again(who, reference);
  await count(who, 1);
});

test("a file on its way can be cancelled", async () => {
  const who = await person(browser);
  const reference = await open(who, 406);
  await who.context.setOffline(true);
  await who.page.waitForFunction(() => !navigator.onLine);
  await chooser(who).setInputFiles(file("register.png", photo(60, 40)));
  await sending(who).filter({ hasText: "انقطع الاتصال" }).waitFor();
  await sending(who).locator("button").click();
  assert.equal(await sending(who).count(), 0);
  await who.context.setOffline(false);
  await again(who, reference);
  assert.equal(await lines(who).count(), 0);
});

test("the day of issue is asked for before the file goes", async () => {
  const who = await person(browser);
  await open(who, 407);
  const dated = who.page.locator("section.paper").filter({ has: who.page.locator('input[name$="_year"]') }).first();
  const id = await dated.getAttribute("id");
  await dated.locator('input[type="file"]').first().setInputFiles(file("proof.png", photo(60, 40)));
  await dated.locator(".sending-file").filter({ hasText: "تاريخ صدوره" }).waitFor();
  await beneficiary.day(dated);
  await dated.locator('input[name$="_year"]').blur();
  await who.page.locator(`#${id} .page-line`).waitFor();
});

test("whoever leaves while a file is on its way is asked first, and not once it is stored", async () => {
  const who = await person(browser);
  const { page } = who;
  const reference = await open(who, 408);
  const questions = [];
  page.on("dialog", (dialog) => {
    questions.push(dialog.type());
    return dialog.dismiss();
  });
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  await page.route(/\/documents\/family_record/, async (route) => {
    await held;
    await route.continue();
  });
  const home = page.locator('header a[href="/"]');
  // A browser asks only on behalf of a page that somebody has touched.
  await page.locator("h1").click();
  await chooser(who).setInputFiles(file("register.png", photo(60, 40)));
  await sending(who).filter({ hasText: "نرسله" }).waitFor();
  for (const leave of [() => page.evaluate(() => location.reload()), () => home.click()]) {
    await Promise.all([page.waitForEvent("dialog"), leave()]);
    assert.equal(await sending(who).count(), 1, "who stays goes on sending");
  }
  assert.deepEqual(questions, ["beforeunload", "beforeunload"]);

  letGo();
  await count(who, 1);
  await Promise.all([page.waitForURL(({ pathname }) => pathname === "/"), home.click()]);
  await page.reload();
  await again(who, reference);
  await count(who, 1);
  assert.equal(questions.length, 2, "nobody is asked for nothing");
  assert.deepEqual(who.problems, []);
});
