// A person's own data: what is held, who opened it, what they agree to, a copy, and the end of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hydrated, inspect, launch, person } from "../lib/browser.mjs";
import { nextDay, resident } from "../lib/demo.mjs";
import { post } from "../lib/forge.mjs";
import { read } from "../lib/page.mjs";
import * as beneficiary from "../pages/beneficiary.mjs";
import * as staff from "../pages/staff.mjs";

const browser = await launch();
await nextDay();

async function signedIn(number, device) {
  const one = await resident(number);
  const who = await person(browser, device);
  await beneficiary.enter(who, one, "/my/data");
  return { who, one };
}

const part = (who, id) => who.page.locator(`section[aria-labelledby="${id}"]`);

test("what is held can be read, and every opening is told without a name", async () => {
  const { who, one } = await signedIn(9);
  await read(who, "/my/data");
  for (const summary of await part(who, "held").locator("summary").all()) await summary.click();
  const held = await part(who, "held").innerText();
  for (const text of [one.name, one.id.slice(-4), one.reference]) assert.ok(held.includes(text), text);
  await inspect(who, "my-data-open");

  const before = await part(who, "opened").locator("li").count();
  const desk = await person(browser, { device: "desktop" });
  await staff.signIn(desk, "reception");
  await desk.open(`/office/requests/${one.reference}`);
  await hydrated(desk);
  await read(who, "/my/data");
  const openings = part(who, "opened").locator("li");
  assert.equal(await openings.count(), before + 1, "an opening of today");
  const first = await openings.first().innerText();
  assert.ok(first.includes("موظف علاقات المستفيدين") && first.includes(one.reference), first);
  assert.ok(!(await part(who, "opened").innerText()).includes("السلمي"), "the work, never the employee's name");
  for (const each of [who, desk]) assert.deepEqual(each.problems, []);
});

for (const [number, language, javaScript] of [[10, "ar", true], [11, "en", false]]) {
  test(`a consent is given and taken back, and both are remembered (${language}, JavaScript ${javaScript ? "on" : "off"})`, async () => {
    const { who } = await signedIn(number, { language, javaScript });
    await read(who, "/my/data");
    const form = 'form[action$="/consents/news"]';
    const given = () => who.page.locator(`${form} [name="given"]`).getAttribute("value");
    assert.equal(await given(), "yes", "nothing is agreed to beforehand");
    await beneficiary.send(who, form);
    assert.equal(await given(), "no");
    await beneficiary.send(who, form);
    assert.equal(await given(), "yes");
    const history = part(who, "consents").locator("details");
    await history.locator("summary").click();
    assert.ok((await history.locator("li").count()) >= 2, "what was said is never taken out");
    await inspect(who, "my-data-consents");

    const silent = await post(who, who.path("/my/data/consents/partners"));
    assert.ok(silent.status() < 500);
    await read(who, "/my/data");
    assert.equal(await who.page.locator('form[action$="/consents/partners"] [name="given"]').getAttribute("value"), "yes", "silence is no consent");
    assert.deepEqual(who.problems, []);
  });
}

test("a copy is the person's own, for reading and for programs", async () => {
  for (const language of ["ar", "en"]) {
    const { who, one } = await signedIn(9, { language });
    await read(who, "/my/data");
    const files = await who.page.locator('main a[href*="/copy."]').evaluateAll((links) => links.map(({ href }) => href));
    const [pdf, json] = ["pdf", "json"].map((kind) => files.find((file) => file.endsWith(`copy.${kind}`)));
    const letter = await who.page.request.get(pdf);
    assert.equal((await letter.body()).subarray(0, 5).toString(), "%PDF-");
    const copy = await who.page.request.get(json);
    assert.match(copy.headers()["content-type"], /application\/json/);
    assert.match(copy.headers()["cache-control"], /no-store/, "nobody's copy stays on the way");
    const all = JSON.stringify(await copy.json());
    for (const text of [one.id, one.reference]) assert.ok(all.includes(text), text);
    for (const secret of ["password", "token", "السلمي"]) assert.ok(!all.includes(secret), secret);
    const stranger = await person(browser, { language });
    for (const file of files) {
      const refused = await stranger.page.request.get(file, { maxRedirects: 0 });
      assert.ok(refused.status() >= 300 && refused.status() < 500, `${file}: ${refused.status()}`);
      assert.doesNotMatch(await refused.text(), new RegExp(one.id));
    }
  }
});

test("the safe opens one's own documents, and nobody else's", async () => {
  const { who, one } = await signedIn(9);
  await read(who, "/my/documents");
  const links = await who.page.locator('main a[href*="/my/documents/"]').evaluateAll((all) => all.map(({ pathname }) => pathname));
  assert.ok(links.length > 0, "there is something in the safe");
  for (const link of links) {
    const file = await who.page.request.get(link);
    assert.equal(file.status(), 200, link);
    assert.match(file.headers()["content-type"], /^(image\/|application\/pdf)/);
    assert.match(file.headers()["cache-control"], /no-store/);
  }
  const { who: other } = await signedIn(12);
  for (const link of links) assert.equal((await other.page.request.get(link, { maxRedirects: 0 })).status(), 404, `${one.name}: ${link}`);
});

/** Asks for erasure; gives the number of what was asked. */
async function askErasure(who, words) {
  const { page } = who;
  await read(who, "/my/data/erase");
  await inspect(who, "erase");
  await page.locator('main [name="words"]').fill(words);
  await beneficiary.send(who, 'form[action$="/erase"]');
  assert.match(new URL(page.url()).pathname, /\/my\/data$/);
  const asked = part(who, "asked");
  await inspect(who, "erase-asked");
  await read(who, "/my/data/erase");
  assert.equal(await page.locator('form[action$="/erase"]').count(), 0, "asked once is asked");
  await read(who, "/my/data");
  return (await asked.locator("bdi").first().innerText()).trim();
}

/** The privacy officer answers. */
async function answer(reference, language, verdict, words) {
  const officer = await person(browser, { device: "desktop", language });
  await staff.signIn(officer, "privacy", "/office/privacy");
  await inspect(officer, "privacy-queue");
  await Promise.all([officer.page.waitForURL(new RegExp(reference)), officer.page.locator(`main a[href$="/${reference}"]`).click()]);
  await hydrated(officer);
  await beneficiary.choose(officer.page, "verdict", verdict);
  await inspect(officer, "privacy-case");
  if (verdict === "refused") {
    await beneficiary.send(officer, 'form[action*="/office/privacy/"]');
    assert.match(officer.page.url(), new RegExp(reference), "a refusal needs its reason");
    await inspect(officer, "privacy-refused");
    await beneficiary.choose(officer.page, "verdict", verdict);
  }
  await officer.page.locator('main [name="words"]').fill(words);
  await beneficiary.send(officer, 'form[action*="/office/privacy/"]');
  assert.match(officer.page.url(), /\/office\/privacy$/);
  return officer;
}

test("an erasure is asked for and done: what was a draft is gone (ar, JavaScript on)", async () => {
  const { who, one } = await signedIn(38);
  const held = await read(who, "/my/data");
  assert.ok(held.includes(one.name) || (await who.page.locator("main").textContent()).includes(one.name));
  const reference = await askErasure(who, "لا أريد أن أكمل.");
  const officer = await answer(reference, "ar", "done", "حذفنا مسودتك واسمك.");
  const after = await read(who, "/my/data");
  assert.ok(after.includes("حذفنا مسودتك واسمك."), "the answer is told");
  assert.ok(!(await who.page.locator("main").textContent()).includes(one.name), "the name is gone");
  await inspect(who, "erase-done");
  const copy = await who.page.request.get("/my/data/copy.json");
  assert.ok(!(await copy.text()).includes(one.name), "from the copy too");
  await read(who, `/apply/${one.reference}/identity`);
  assert.equal(await who.page.locator('[name="name_own"]').count(), 0, "and the draft is closed");
  for (const each of [who, officer]) assert.deepEqual(each.problems, []);
});

test("an erasure is refused with its reason (en, JavaScript off)", async () => {
  const { who, one } = await signedIn(39, { language: "en", javaScript: false });
  const reference = await askErasure(who, "Please remove it.");
  await answer(reference, "en", "refused", "We still need it for your question of this week.");
  assert.ok((await read(who, "/my/data")).includes("We still need it for your question of this week."));
  assert.equal((await who.open(`/apply/${one.reference}`)).status(), 200, "and nothing was removed");
  await read(who, "/my/data/erase");
  assert.equal(await who.page.locator('form[action$="/erase"]').count(), 1, "it may be asked again");
});
