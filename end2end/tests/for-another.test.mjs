// Somebody applies for another person: the applicant agrees on their own phone, signs with a code of their own, sees who
// applies for them and ends it. A guardian proves it with a deed. With JavaScript, in Arabic; without, in English.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hydrated, inspect, launch, person } from "../lib/browser.mjs";
import { code, lastMessage, nextDay } from "../lib/demo.mjs";
import { mobile, nationalId } from "../lib/numbers.mjs";
import * as beneficiary from "../pages/beneficiary.mjs";
import * as staff from "../pages/staff.mjs";

const browser = await launch();
await nextDay();

const grandmother = {
  programme: "food-basket",
  id: nationalId(41),
  mobile: mobile(41),
  name: { own: "حصة", father: "سعد", grandfather: "محمد", family: "الهذلي" },
  members: [{ name: "ريم الهذلي", kinship: "daughter", born: "1437/5/2" }],
  words: "لا أحسن استعمال الجوال، وطلبت من ابن أخي أن يقدّم عني.",
};

/** Fills in the form of whoever applies for somebody else, and sends it. */
async function ask(who, { capacity, national_id, mobile, name }) {
  const { page } = who;
  await beneficiary.choose(page, "capacity", capacity);
  await page.locator('[name="national_id"]').fill(national_id);
  await page.locator('[name="mobile"]').fill(mobile ?? "");
  await page.locator('[name="name"]').fill(name);
  await beneficiary.send(who, 'form[action$="/for-another"]');
}

/** Signs in on the way to the form, as everybody must. */
async function begin(who, programme, representative) {
  await who.open(`/programmes/${programme}`);
  await hydrated(who);
  await Promise.all([who.page.waitForURL(/\/sign-in/), who.page.locator('a[href$="/for-another"]').click()]);
  await hydrated(who);
  await beneficiary.signIn(who, representative);
  assert.match(who.page.url(), /\/for-another$/);
}

async function enter(who, digits) {
  await who.page.locator('[name="code"]').fill(digits);
  await beneficiary.send(who, 'form[action$="/for-another/code"]');
}

test("a delegate applies; the applicant agrees, signs and ends it", async () => {
  const nephew = { id: nationalId(42), mobile: mobile(42) };
  const who = await person(browser);
  await begin(who, grandmother.programme, nephew);
  await inspect(who, "for-another");
  const named = { capacity: "delegate", national_id: grandmother.id, name: "ماجد سعد محمد الهذلي" };

  await ask(who, { ...named, mobile: nephew.mobile });
  assert.match(who.page.url(), /\/for-another$/, "their own phone cannot agree");
  assert.equal(await who.page.locator('[name="national_id"]').inputValue(), grandmother.id, "what was typed is kept");
  await inspect(who, "for-another-refused");
  await ask(who, { ...named, mobile: grandmother.mobile });
  assert.match(who.page.url(), /\/for-another\/code$/);
  await inspect(who, "for-another-code");
  await enter(who, "000000");
  assert.match(who.page.url(), /\/for-another\/code$/, "a wrong code is refused");
  await enter(who, await code(grandmother.mobile, "representation_code"));
  assert.match(who.page.url(), /\/apply\/[^/]+$/, await who.page.locator("main").innerText());
  const reference = who.page.url().split("/").at(-1);
  assert.ok((await lastMessage(grandmother.mobile, "representative_named")).body.includes(reference));
  await inspect(who, "for-another-tasks");

  await beneficiary.fillIn(who, reference, grandmother);
  await beneficiary.sign(who, reference, grandmother);
  await who.open("/my/requests");
  await hydrated(who);
  assert.ok((await who.page.locator("main").innerText()).includes("حصة سعد محمد الهذلي"));
  await inspect(who, "for-another-list");
  await who.open(`/my/requests/${reference}`);
  await hydrated(who);
  assert.equal(await who.page.locator('a[href$="/withdraw"]').count(), 0, "only the applicant takes it back");
  await inspect(who, "for-another-status");

  const reception = await person(browser, { device: "desktop" });
  await staff.signIn(reception, "reception");
  await reception.open(`/office/requests/${reference}`);
  await hydrated(reception);
  assert.ok((await reception.page.locator("main").innerText()).includes(named.name), "staff see who applied");
  await inspect(reception, "for-another-office");

  const own = await person(browser);
  await beneficiary.enter(own, grandmother, `/my/requests/${reference}`);
  assert.ok((await own.page.locator("main").innerText()).includes(named.name), "the applicant sees who applies for them");
  await inspect(own, "for-another-own");
  await beneficiary.send(own, 'form[action$="/end-representation"]');
  assert.ok(!(await own.page.locator("main").innerText()).includes(named.name));
  const answer = await who.open(`/my/requests/${reference}`);
  assert.equal(answer.status(), 404, "from then on it is the applicant's alone");
  for (const each of [who, reception, own]) assert.deepEqual(each.problems, []);
});

test("a guardian applies for a child on their own phone, with the deed (English, JavaScript off)", async () => {
  const guardian = { id: nationalId(43), mobile: mobile(43) };
  const who = await person(browser, { language: "en", javaScript: false });
  await begin(who, grandmother.programme, guardian);
  await ask(who, { capacity: "guardian", national_id: nationalId(44), name: "Sarah O'Brien" });
  assert.match(who.page.url(), /\/for-another\/code$/, await who.page.locator("main").innerText());
  await enter(who, await code(guardian.mobile, "representation_code"));
  const reference = who.page.url().split("/").at(-1);
  const child = {
    programme: grandmother.programme,
    mobile: guardian.mobile,
    name: { own: "Maryam", father: "Adam", grandfather: "Yusuf", family: "O'Brien" },
    members: [{ name: "Sarah O'Brien", kinship: "mother", born: "1990-02-03" }],
    words: "The child lives with me and has no income.",
  };
  await who.open(`/apply/${reference}/documents`);
  assert.ok((await who.page.locator("main").innerText()).includes("Guardianship deed"), "the deed is asked for");
  await beneficiary.fillIn(who, reference, child);
  await beneficiary.sign(who, reference, { ...child, name: { whole: "Sarah O'Brien" } });
});

test("an ID that is known with another number is answered like any other, and nothing is sent", async () => {
  const who = await person(browser, { javaScript: false });
  await begin(who, grandmother.programme, { id: nationalId(45), mobile: mobile(45) });
  await ask(who, { capacity: "delegate", national_id: grandmother.id, mobile: mobile(46), name: "ماجد سعد" });
  assert.match(who.page.url(), /\/for-another\/code$/);
  assert.equal(await lastMessage(mobile(46), "representation_code"), undefined);
});
