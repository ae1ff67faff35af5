// What the association knows is found as people write it, read by clause, and kept by version when it changes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hydrated, inspect, launch, person } from "../lib/browser.mjs";
import { nextDay } from "../lib/demo.mjs";
import { arabic } from "../lib/numbers.mjs";
import { field, press, text } from "../lib/page.mjs";
import * as beneficiary from "../pages/beneficiary.mjs";
import * as staff from "../pages/staff.mjs";

const browser = await launch();
await nextDay();

async function search(who, words) {
  await who.open("/help");
  await hydrated(who);
  await field(who.page, "q").fill(words);
  await Promise.all([who.page.waitForURL(/[?&]q=/), who.page.locator('form[role="search"] button').click()]);
  await hydrated(who);
  await who.page.locator('main [role="status"], main .empty').first().waitFor();
  return {
    found: await who.page.locator(".found a").evaluateAll((links) => links.map(({ pathname }) => pathname.split("/").pop())),
    marked: await who.page.locator(".found mark").allTextContents(),
  };
}

for (const javaScript of [true, false]) {
  test(`a search finds what is written otherwise, and marks it (JavaScript ${javaScript ? "on" : "off"})`, async () => {
    const who = await person(browser, { javaScript });
    // As the page writes it, without hamza, with haa for taa marbuta, with tashkeel, with a stretched line.
    const said = ["الإقامة", "الاقامه", "الإِقامَة", "الإقـــامة"];
    const answers = [];
    for (const words of said) answers.push(await search(who, words));
    const [first] = answers;
    assert.ok(first.found.length > 0, "it is found as it is written");
    assert.ok(first.marked.length > 0, "and marked");
    for (const [at, answer] of answers.entries()) assert.deepEqual(answer, first, said[at]);
    await inspect(who, "help-found");

    const number = await search(who, "14");
    assert.deepEqual(await search(who, arabic("14")), number, "numbers of either kind");
    assert.ok(number.found.length > 0);

    const none = await search(who, "زبرجد");
    assert.deepEqual(none.found, []);
    assert.equal(await who.page.locator('main a[href$="/channels"]').count(), 1, "who found nothing is told how to reach us");
    await inspect(who, "help-none");

    const script = '<script>document.title="taken"</script>';
    await search(who, script);
    assert.ok((await text(who)).includes(script), "what was asked is shown as text");
    assert.notEqual(await who.page.title(), "taken");
    assert.deepEqual(who.problems, []);
  });
}

for (const language of ["ar", "en"]) {
  test(`a guide is read by its clauses, and the other pages inform (${language})`, async () => {
    const who = await person(browser, { language });
    const { page } = who;
    await who.open("/help/support-guide");
    await hydrated(who);
    await inspect(who, "help-guide");
    const links = await page.locator(".contents a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    assert.ok(links.includes("#c-4-3"), links.join(" "));
    for (const link of links) assert.equal(await page.locator(`[id="${link.slice(1)}"]`).count(), 1, link);
    // On a phone the contents name the clauses' headings only.
    const last = page.locator(".contents a:visible").last();
    const place = await last.getAttribute("href");
    await last.click();
    await page.waitForFunction((hash) => location.hash === hash, place);
    const top = () => page.locator(`[id="${place.slice(1)}"]`).evaluate((clause) => clause.getBoundingClientRect().top);
    assert.ok((await top()) >= 0 && (await top()) < 740, `the clause is on the screen: ${await top()}`);
    await who.open(`/help/support-guide${place}`);
    await hydrated(who);
    assert.ok((await top()) >= 0 && (await top()) < 740, `and when somebody sends its link: ${await top()}`);

    await who.open("/true-or-false");
    await hydrated(who);
    const belief = page.locator("main details").first();
    await belief.locator("summary").click();
    assert.equal(await belief.locator(".tag").isVisible(), true, "the verdict is a word, not a colour");
    await inspect(who, "beliefs-open");
    await who.open("/you-said");
    await hydrated(who);
    const changes = await page.locator(".change").count();
    assert.ok(changes > 0);
    assert.equal(await page.locator(".change .change-said").count(), changes, "each says what was said and what was done");
    await who.open("/channels");
    await hydrated(who);
    assert.equal(await page.locator(".way").count(), 8, "eight channels");
    assert.equal(await page.locator(".doors .tag").count(), 1, "and whether the door is open now");
    assert.deepEqual(who.problems, []);
  });
}

const guide = {
  slug: "visit-guide",
  title_ar: "دليل الزيارة المنزلية",
  body_ar: "نزوركم بموعد.\n\n## 1 قبل الزيارة\n\nنتصل بكم.\n\n## 2 في الزيارة\n\n### 2-1 من يأتي\n\nباحثان، و<script>document.title='taken'</script>\n\n## 3 بعدها\n\nنكتب لكم.",
  title_en: "Guide to the home visit",
  body_en: "We come by appointment.\n\n## 1 Before\n\nWe call.\n\n## 2 During\n\n### 2-1 Who comes\n\nTwo researchers.\n\n## 3 After\n\nWe write.",
};

const act = (who, value) => press(who, who.page.locator(`main button[name="act"][value="${value}"]`));

test("the editor writes, looks, publishes and changes a guide; a visitor reads it, and its first version stays", async () => {
  const editor = await person(browser, { device: "desktop" });
  await staff.signIn(editor, "knowledge", "/office/knowledge");
  await inspect(editor, "knowledge-desk");
  await editor.open("/office/knowledge/new?kind=guide");
  await hydrated(editor);
  await act(editor, "save");
  assert.match(editor.page.url(), /\/new/, "an article without a title is not taken");
  await inspect(editor, "knowledge-new-refused");
  for (const [name, value] of Object.entries(guide)) await field(editor.page, name).fill(value);
  await act(editor, "preview");
  const preview = editor.page.locator(".previewed").first();
  assert.ok((await preview.innerText()).includes("<script>"), "markup is text");
  assert.notEqual(await editor.page.title(), "taken");
  assert.equal(await field(editor.page, "body_ar").inputValue(), guide.body_ar, "the form still holds it");
  await inspect(editor, "knowledge-preview");
  await act(editor, "save");
  await editor.page.waitForURL(new RegExp(`/office/knowledge/${guide.slug}`));

  const visitor = await person(browser, { javaScript: false });
  assert.equal((await visitor.open(`/help/${guide.slug}`)).status(), 404, "a draft is nobody's");
  await act(editor, "publish");
  await inspect(editor, "knowledge-published");
  await visitor.open(`/help/${guide.slug}`);
  assert.ok((await text(visitor)).includes("نزوركم بموعد."));
  assert.equal(await visitor.page.locator("#c-2-1").count(), 1);
  const english = await person(browser, { language: "en" });
  await english.open(`/help/${guide.slug}`);
  await hydrated(english);
  assert.ok((await text(english)).includes("We come by appointment."));
  await inspect(english, "help-new-guide");

  // A colleague has the page open from before.
  const colleague = { ...editor, page: await editor.context.newPage() };
  await colleague.page.goto(`/office/knowledge/${guide.slug}`);
  await hydrated(colleague);
  await field(editor.page, "body_ar").fill(guide.body_ar.replace("بموعد", "بموعد وبإذنكم"));
  await act(editor, "publish");
  await field(colleague.page, "title_ar").fill("عنوان من نافذة قديمة");
  await act(colleague, "publish");
  assert.equal(await colleague.page.locator('main [role="alert"]').count(), 1, "the second is told");
  assert.equal(await field(colleague.page, "title_ar").inputValue(), "عنوان من نافذة قديمة", "and keeps their words");

  await visitor.open(`/help/${guide.slug}`);
  assert.ok((await text(visitor)).includes("بموعد وبإذنكم"));
  await Promise.all([visitor.page.waitForURL(/version=1$/), visitor.page.locator('.editions a[href$="version=1"]').click()]);
  assert.ok(!(await text(visitor)).includes("وبإذنكم"), "the first version stays as it was");
  assert.equal((await visitor.open(`/help/${guide.slug}?version=9`)).status(), 404);

  await editor.open(`/office/knowledge/${guide.slug}`);
  await hydrated(editor);
  await editor.page.locator("details", { has: editor.page.locator('form[action$="/withdraw"]') }).locator("summary").click();
  await beneficiary.send(editor, 'form[action$="/withdraw"]');
  assert.equal((await visitor.open(`/help/${guide.slug}`)).status(), 404, "withdrawn, it is nobody's again");
  for (const who of [editor, visitor, english]) assert.deepEqual(who.problems, []);
});
