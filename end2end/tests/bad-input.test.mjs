// Bad input is normal input: a clear message in the reader's language, the values kept, 4xx, nothing stored in part.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect, launch, person, url } from "../lib/browser.mjs";
import { mobile, nationalId } from "../lib/numbers.mjs";
import * as beneficiary from "../pages/beneficiary.mjs";

const browser = await launch();

const words = {
  ar: { iban: /الآيبان/, file: /اختر صورة أو ملف PDF/, large: /اختر ملفًا أصغر/, name: /اختصر ما كتبت|اختصر/ },
  en: { iban: /Check the IBAN/, file: /Choose a picture or a PDF/, large: /Choose a smaller file/, name: /Make this shorter/ },
};

/** Opens a request for a fresh person without JavaScript. Gives what a hostile program needs. */
async function applicant(language, number) {
  const who = await person(browser, { device: "phone", language, javaScript: false });
  const reference = await beneficiary.begin(who, { id: nationalId(number), mobile: mobile(number) }, "family-support");
  const version = async (section) => {
    await who.open(`/apply/${reference}/${section}`);
    return who.page.locator('input[name="version"]').first().inputValue();
  };
  const post = (path, options) =>
    who.page.request.post(who.path(`/apply/${reference}/${path}`), { ...options, headers: { origin: url, ...options.headers }, maxRedirects: 0 });
  const done = async () => {
    await who.open(`/apply/${reference}`);
    // Not as laid out: the styles may still be on their way.
    return who.page.locator("main").textContent();
  };
  return { who, reference, version, post, done };
}

for (const [language, number] of [["ar", 101], ["en", 102]]) {
  test(`what cannot be taken is said, kept and not stored (${language})`, async () => {
    const say = words[language];
    const { who, version, post, done } = await applicant(language, number);
    const untouched = await done();

    const script = "</textarea><script>document.title='taken'</script>";
    const need = { version: await version("need"), words: script, urgency: "this_week", iban: "SA03 8000 0000 6080 1016 7518" };
    const wrongIban = await post("need", { form: need });
    assert.equal(wrongIban.status(), 422);
    const page = await wrongIban.text();
    assert.match(page, say.iban);
    assert.ok(page.includes("SA03 8000 0000 6080 1016 7518"), "the account number is kept");
    assert.ok(page.includes("&lt;/textarea&gt;&lt;script&gt;"), "the words are kept, as text");
    assert.ok(!page.includes("<script>document.title"), "and never as markup");

    const longName = { version: await version("identity"), name_own: "ن".repeat(1_000_000), name_family: "الهذلي" };
    const tooLong = await post("identity", { form: longName });
    assert.ok([413, 422].includes(tooLong.status()), `a 2 MB name: ${tooLong.status()}`);
    assert.match(await tooLong.text(), say.name);

    const disguised = await post("documents/national_id", {
      multipart: { file_national_id: { name: "id.pdf", mimeType: "application/pdf", buffer: Buffer.from("<?php system($_GET['c']); ?>") } },
    });
    assert.equal(disguised.status(), 422);
    assert.match(await disguised.text(), say.file);

    const large = await post("documents/national_id", {
      multipart: { file_national_id: { name: "id.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(30 * 1024 * 1024, 65) } },
    });
    assert.ok([413, 422].includes(large.status()), `a 30 MB file: ${large.status()}`);
    assert.match(await large.text(), say.large);

    assert.equal(await done(), untouched, "nothing of it was stored");

    const right = await post("need", { form: { ...need, version: await version("need"), iban: "SA0380000000608010167519" } });
    assert.equal(right.status(), 303);
    await who.open(`/apply/${who.page.url().match(/\/apply\/([^/?]+)/)[1]}/check`);
    assert.ok((await who.page.locator("body").innerText()).includes(script), "the words are shown as they were written");
    assert.notEqual(await who.page.title(), "taken");
  });
}

test("an address that does not exist is said so, in both languages", async () => {
  for (const language of ["ar", "en"]) {
    const who = await person(browser, { device: "phone", language });
    const answer = await who.open("/nothing/here");
    assert.equal(answer.status(), 404);
    await inspect(who, "not-found");
  }
});
