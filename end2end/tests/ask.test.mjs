// Asking, complaining, proposing: what is written arrives, is followed by its number and code, and is answered until
// who wrote it says so.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hydrated, inspect, launch, person } from "../lib/browser.mjs";
import { lastMessage, nextDay } from "../lib/demo.mjs";
import { assertRefused, post } from "../lib/forge.mjs";
import { mobile, pdf } from "../lib/numbers.mjs";
import { field, text } from "../lib/page.mjs";
import * as beneficiary from "../pages/beneficiary.mjs";
import * as staff from "../pages/staff.mjs";

const browser = await launch();
await nextDay();

const files = [{ name: "paper.pdf", mimeType: "application/pdf", buffer: pdf }];

/** Fills in the form and sends it. Gives the number and the code the next page shows. */
async function write(who, { kind, subject, words, anonymous = false, attached = files }) {
  const { page } = who;
  await who.open("/contact");
  await hydrated(who);
  await beneficiary.choose(page, "kind", kind);
  await field(page, "subject").fill(subject);
  await field(page, "words").fill(words);
  await field(page, "files").setInputFiles(attached);
  if (anonymous) await page.locator('[name="anonymous"]').check();
  else await field(page, "mobile").fill(mobile(401));
  await beneficiary.send(who);
  assert.match(page.url(), /\/contact\/sent\//, await page.locator("main").innerText());
  const [reference, code] = await page.locator(".sent-number").allTextContents();
  await inspect(who, `ask-sent-${kind}`);
  return { reference: reference.trim(), code: code.trim() };
}

/** Comes back from another device, with number and code. */
async function follow(who, { reference, code }) {
  await who.open("/contact/follow");
  await hydrated(who);
  await field(who.page, "reference").fill(reference);
  await field(who.page, "code").fill(code);
  await beneficiary.send(who);
  await who.page.waitForURL(new RegExp(`/contact/${reference}$`));
  await inspect(who, "ask-matter");
}

async function settle(who, verdict, words) {
  const { page } = who;
  await beneficiary.choose(page, "verdict", verdict);
  if (words) await field(page, "words").fill(words);
  await beneficiary.send(who, 'form[action$="/settle"]');
  await inspect(who, `ask-settled-${verdict}`);
}

/** Rates the answer, from its page and from the link in the message: it is one rating. */
async function rate(who, reference) {
  const { page } = who;
  await Promise.all([page.waitForURL(/\/rate$/), page.locator('main a[href$="/rate"]').click()]);
  await hydrated(who);
  await inspect(who, "ask-rate");
  await beneficiary.choose(page, "level", "4");
  await beneficiary.send(who);
  await inspect(who, "ask-rated");
  const link = (await lastMessage(mobile(401), "voice_answered")).body.match(/https?:\S+(\/rate\/\w+)/)[1];
  const stranger = await person(browser, { language: who.language, javaScript: false });
  await stranger.open(link);
  assert.equal(await stranger.page.locator('[name="level"]').count(), 0, "the link shows the rating that stands");
  await who.open(`/contact/${reference}`);
  await hydrated(who);
  assert.equal(await page.locator('main a[href$="/rate"]').count(), 0, "an answer is rated once");
}

/** A colleague at the desk, where the matter stands in the list. */
async function desk(userName, language, reference) {
  const who = await person(browser, { device: "desktop", language });
  await staff.signIn(who, userName, "/office/contact");
  await inspect(who, "ask-desk");
  assert.equal(await who.page.locator(`a[href$="/office/contact/${reference}"]`).count(), 1, "the matter is in the list");
  return who;
}

async function folder(who, reference) {
  await who.open(`/office/contact/${reference}`);
  await hydrated(who);
}

async function answer(who, reference, words, decision) {
  await folder(who, reference);
  if (decision) await beneficiary.choose(who.page, "decision", decision);
  await field(who.page, "words").fill(words);
  await inspect(who, "ask-folder");
  await beneficiary.send(who, 'form[action$="/answer"]');
  assert.match(who.page.url(), new RegExp(`/office/contact/${reference}$`), await text(who));
}

const matters = {
  ar: { subject: "متى تُصرف السلة؟", words: "سجّلت قبل أسبوع وأسأل عن موعد الصرف.", first: "تُصرف يوم الخميس.", missing: "لم تذكروا المكان.", second: "من المقر، الساعة العاشرة." },
  en: { subject: "When is the basket given?", words: "I applied a week ago.", first: "On Thursday.", missing: "You did not say where.", second: "At the office, at ten." },
};

for (const [language, javaScript] of [["ar", true], ["en", false]]) {
  test(`an inquiry is answered, asked again, and answered (${language}, JavaScript ${javaScript ? "on" : "off"})`, async () => {
    const say = matters[language];
    const who = await person(browser, { language, javaScript });
    const sent = await write(who, { kind: "inquiry", ...say });
    await who.page.reload();
    assert.ok(!(await text(who)).includes(say.words), "the page that may be kept as a bookmark repeats nothing");

    const later = await person(browser, { language, javaScript });
    await later.open(`/contact/${sent.reference}`);
    assert.ok(!(await text(later)).includes(say.words), "the number alone opens nothing");
    await follow(later, sent);
    assert.ok((await text(later)).includes(say.words));

    const colleague = await desk("reception", language, sent.reference);
    await folder(colleague, sent.reference);
    const file = colleague.page.locator('a[href*="/files/"]');
    const kept = await colleague.page.request.get(await file.getAttribute("href"));
    assert.match(kept.headers()["content-disposition"], /^attachment/, "a file is never a page");
    await beneficiary.send(colleague, 'form[action$="/take"]');
    await answer(colleague, sent.reference, say.first);

    await later.page.reload();
    await hydrated(later);
    assert.ok((await text(later)).includes(say.first));
    await settle(later, "no", say.missing);
    assert.ok((await text(later)).includes(say.missing));
    assert.equal(await later.page.locator('form[action$="/settle"]').count(), 0, "it waits for an answer again");

    await answer(colleague, sent.reference, say.second);
    await later.page.reload();
    await hydrated(later);
    assert.ok((await text(later)).includes(say.second));
    await settle(later, "yes");
    await rate(later, sent.reference);
    assert.equal(await later.page.locator('form[action$="/settle"]').count(), 0, "settled is settled");
    await folder(colleague, sent.reference);
    assert.equal(await colleague.page.locator('form[action$="/answer"]').count(), 0);
    for (const one of [who, later, colleague]) assert.deepEqual(one.problems, []);
  });
}

for (const javaScript of [true, false]) {
  test(`a complaint without a name tells nobody who wrote it (JavaScript ${javaScript ? "on" : "off"})`, async () => {
    const who = await person(browser, { javaScript });
    await who.open("/contact");
    await hydrated(who);
    await field(who.page, "name").fill("حصة الأنصاري");
    await field(who.page, "mobile").fill(mobile(402));
    await who.page.locator('[name="anonymous"]').check();
    await beneficiary.choose(who.page, "kind", "complaint");
    await field(who.page, "subject").fill("تأخر التسليم");
    await field(who.page, "words").fill("انتظرت ساعتين عند الباب.");
    await inspect(who, "ask-complaint");
    await beneficiary.send(who);
    const [reference, code] = (await who.page.locator(".sent-number").allTextContents()).map((shown) => shown.trim());

    const quality = await desk("quality", "ar", reference);
    await folder(quality, reference);
    const seen = await quality.page.locator("body").innerText();
    assert.ok(seen.includes("انتظرت ساعتين عند الباب."));
    assert.ok(!seen.includes("حصة") && !seen.includes(mobile(402)), "what was typed about the writer is forgotten");
    await answer(quality, reference, "نعتذر، وزدنا موظفًا عند الباب.");

    const later = await person(browser, { javaScript });
    await follow(later, { reference, code });
    assert.ok((await text(later)).includes("نعتذر"));
    for (const one of [who, later, quality]) assert.deepEqual(one.problems, []);
  });
}

for (const [language, javaScript] of [["ar", true], ["en", false]]) {
  test(`a proposal is decided, and everybody may read what became of it (${language}, JavaScript ${javaScript ? "on" : "off"})`, async () => {
    const title = language === "ar" ? "مقاعد للانتظار في الظل" : "Seats in the shade";
    const who = await person(browser, { language, javaScript });
    const sent = await write(who, { kind: "proposal", subject: title, words: `${title}: 0501112223`, attached: [] });
    const colleague = await desk("reception2", language, sent.reference);
    await answer(colleague, sent.reference, title, "adopted");

    await who.open("/proposals");
    assert.ok(!(await text(who)).includes(title), "nothing is published by itself");
    await folder(colleague, sent.reference);
    for (const [name, value] of [["title", title], ["wording", `${title}.`], ["answer", "نعم. Yes."], ["became", "رُكّبت. Done."]]) {
      await field(colleague.page, name).fill(value);
    }
    await inspect(colleague, "ask-publish");
    await beneficiary.send(colleague, 'form[action$="/publish"]');

    await who.open("/proposals");
    await hydrated(who);
    const page = await text(who);
    assert.ok(page.includes(title) && page.includes("رُكّبت. Done."));
    assert.ok(!page.includes("0501112223"), "only the public wording is public");
    await inspect(who, "ask-proposals");

    await folder(colleague, sent.reference);
    await beneficiary.send(colleague, 'form[action$="/withdraw"]');
    await who.page.reload();
    assert.ok(!(await text(who)).includes(title), "withdrawn, it is gone");
    for (const one of [who, colleague]) assert.deepEqual(one.problems, []);
  });
}

const refusals = {
  ar: [/اختر صورة أو ملف PDF/, /اختر ملفًا أصغر/],
  en: [/Choose a picture or a PDF/, /Choose a smaller file/],
};

for (const [language, javaScript] of [["ar", true], ["en", false]]) {
  test(`a hostile file is refused and the words stay (${language}, JavaScript ${javaScript ? "on" : "off"})`, async () => {
    const [kind, large] = refusals[language];
    const who = await person(browser, { language, javaScript });
    const hostile = Buffer.from("<script>document.title='taken'</script>");
    const words = "</textarea><script>document.title='taken'</script>";
    for (const [buffer, status, message] of [[hostile, 422, kind], [Buffer.alloc(30 * 1024 * 1024, 65), 413, large]]) {
      await who.open("/contact");
      await hydrated(who);
      await beneficiary.choose(who.page, "kind", "inquiry");
      await field(who.page, "subject").fill(words);
      await field(who.page, "words").fill(words);
      await field(who.page, "files").setInputFiles({ name: "a.pdf", mimeType: "application/pdf", buffer });
      const answered = who.page.waitForResponse((response) => response.request().method() === "POST" && new URL(response.url()).pathname.endsWith("/contact"));
      await beneficiary.send(who);
      assert.equal((await answered).status(), status);
      assert.match(await text(who), message);
      assert.equal(await field(who.page, "words").inputValue(), words);
      assert.equal(await field(who.page, "subject").inputValue(), words);
      assert.notEqual(await who.page.title(), "taken");
      await inspect(who, `ask-refused-${status}`);
    }
    assert.deepEqual(who.problems, []);
  });
}

test("nothing that was sent can be opened by guessing", async () => {
  const who = await person(browser, { javaScript: false });
  const { reference } = await write(who, { kind: "complaint", subject: "سؤال", words: "سؤال خاص", anonymous: true });
  const stranger = await person(browser, { javaScript: false });
  const guess = { reference, code: "ABCD-2345-EFGH" };
  const answered = await post(stranger, "/contact/follow", guess);
  assertRefused(answered, "a wrong code");
  assert.ok(!(await answered.text()).includes("سؤال خاص"));
});
