// Volunteering: an opportunity is joined, answered, worked, and thanked for with a certificate anybody can check.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hydrated, inspect, launch, person } from "../lib/browser.mjs";
import { code, day, forward, nextDay } from "../lib/demo.mjs";
import { assertRefused, post } from "../lib/forge.mjs";
import { mobile } from "../lib/numbers.mjs";
import { field, text } from "../lib/page.mjs";
import { scan } from "../lib/qr.mjs";
import * as beneficiary from "../pages/beneficiary.mjs";
import * as staff from "../pages/staff.mjs";

const browser = await launch();
await nextDay();

const volunteers = {
  ar: { mobile: mobile(501), own: "خالد", father: "سعيد", grandfather: "ناصر", family: "الغامدي", words: "أسوق سيارة كبيرة." },
  en: { mobile: mobile(502), own: "Hanna", father: "Omar", grandfather: "Ali", family: "Nasser", words: "I can carry." },
};

/** The coordinator plans a shift for the day after tomorrow. Gives its number. */
async function plan() {
  const who = await desk("ar");
  const { page } = who;
  await who.open("/office/volunteers/opportunities");
  await hydrated(who);
  await Promise.all([page.waitForURL(/packing/), page.locator('main a[href*="packing"]').first().click()]);
  await page.locator('form[action$="/shifts"]').waitFor({ state: "attached" });
  const shifts = () => page.locator('main a[href*="/office/volunteers/shifts/"]').evaluateAll((all) => all.map(({ pathname }) => pathname.split("/").pop()));
  const before = await shifts();
  await page.locator("details", { has: page.locator('form[action$="/shifts"]') }).locator("summary").click();
  await beneficiary.date(page, "on", await day(2));
  await field(page, "from").fill("17:15");
  await field(page, "until").fill("17:00");
  await beneficiary.send(who, 'form[action$="/shifts"]');
  assert.deepEqual(await shifts(), before, "a shift ends after it begins");
  await inspect(who, "volunteer-shift-refused");
  await field(page, "until").fill("20:45");
  await beneficiary.send(who, 'form[action$="/shifts"]');
  const [added] = (await shifts()).filter((shift) => !before.includes(shift));
  assert.ok(added, "the shift is planned");
  return added;
}

async function opportunity(who) {
  const { page } = who;
  await who.open("/volunteer");
  await hydrated(who);
  await inspect(who, "volunteer");
  await Promise.all([page.waitForURL(/packing/), page.locator('main a[href*="packing"]').first().click()]);
  await hydrated(who);
  await inspect(who, "volunteer-opportunity");
  await Promise.all([page.waitForURL(/\/join$/), page.locator('main a[href$="/join"]').click()]);
  await hydrated(who);
}

async function join(who, one, shift) {
  const { page } = who;
  await opportunity(who);
  await beneficiary.send(who, 'form[action$="/join"]');
  assert.match(page.url(), /\/join$/, "who joins says who they are");
  await inspect(who, "volunteer-join-refused");
  for (const part of ["own", "father", "grandfather", "family"]) await field(page, `name_${part}`).fill(one[part]);
  await field(page, "mobile").fill(one.mobile);
  await beneficiary.date(page, "born", { year: 1995, month: 5, day: 4 });
  await page.locator('[name="skills"]').first().check();
  if (shift) await beneficiary.choose(page, "shifts", shift);
  await field(page, "words").fill(one.words);
  await inspect(who, "volunteer-join");
  await beneficiary.send(who, 'form[action$="/join"]');
  await field(page, "code").fill(await code(one.mobile, "volunteer_code"));
  await inspect(who, "volunteer-code");
  await beneficiary.send(who);
  assert.match(page.url(), /\/volunteer\/mine\?received=/, await text(who));
  await inspect(who, "volunteer-mine-received");
  return page.url().match(/received=([^&]+)/)[1];
}

async function desk(language, reference) {
  const who = await person(browser, { device: "desktop", language });
  await staff.signIn(who, "volunteers", "/office/volunteers");
  await inspect(who, "volunteer-desk");
  if (reference) await application(who, reference);
  return who;
}

async function application(who, reference) {
  await who.open(`/office/volunteers/applications/${reference}`);
  await hydrated(who);
}

async function signIn(who, one) {
  await who.open("/volunteer/sign-in?next=/volunteer/mine");
  await hydrated(who);
  await field(who.page, "mobile").fill(one.mobile);
  await beneficiary.send(who);
  await field(who.page, "code").fill(await code(one.mobile, "volunteer_code"));
  await beneficiary.send(who);
  await who.page.waitForURL(/\/volunteer\/mine/);
}

for (const [language, javaScript] of [["ar", true], ["en", false]]) {
  test(`from an opportunity to a certificate (${language}, JavaScript ${javaScript ? "on" : "off"})`, async () => {
    const one = volunteers[language];
    const who = await person(browser, { language, javaScript });
    const { page } = who;
    const shift = await plan();
    const reference = await join(who, one, shift);
    assert.equal(await page.locator('form[action$="/take"]').count(), 0, "no shift before the answer");

    const colleague = await desk(language, reference);
    assert.ok((await text(colleague)).includes(one.words));
    await inspect(colleague, "volunteer-application");
    await beneficiary.send(colleague, 'form[action$="/accept"]');

    await who.open("/volunteer/mine");
    await hydrated(who);
    const asked = page.locator(`form[action$="/shifts/${shift}/leave"]`);
    assert.equal(await asked.count(), 1, "the shift that was asked for is held");
    await inspect(who, "volunteer-mine-accepted");
    await beneficiary.send(who, `form[action$="/shifts/${shift}/leave"]`);
    assert.equal(await asked.count(), 0, "it may be given back");
    await beneficiary.send(who, `form[action$="/shifts/${shift}/take"]`);
    assert.equal(await asked.count(), 1, "and taken again");

    await colleague.open(`/office/volunteers/shifts/${shift}`);
    await hydrated(colleague);
    assert.equal(await colleague.page.locator('main form[action*="/office/volunteers/shifts/"]').count(), 0, "no hours before the shift");
    await forward(3);
    const after = await desk(language);
    await after.open(`/office/volunteers/shifts/${shift}`);
    await hydrated(after);
    const hours = after.page.locator("tr", { hasText: one.own }).locator('input[type="text"]');
    await hours.fill("99:00");
    await beneficiary.send(after, 'form[action*="/office/volunteers/shifts/"]');
    assert.equal(await hours.getAttribute("aria-invalid"), "true", "nobody works 99 hours in a shift");
    await inspect(after, "volunteer-attendance-refused");
    await hours.fill("3:30");
    await beneficiary.send(after, 'form[action*="/office/volunteers/shifts/"]');
    await application(after, reference);
    await beneficiary.send(after, 'form[action$="/certificate"]');
    await inspect(after, "volunteer-certified");

    await signIn(who, one);
    await inspect(who, "volunteer-mine-certified");
    const paper = page.locator('main a[href$="/certificate.pdf"]');
    assert.equal(await paper.count(), 1);
    const letter = await page.request.get(await paper.getAttribute("href"));
    const link = new URL(scan(await letter.body()));
    const number = letter.headers()["content-disposition"].match(/"(.*)\.pdf"/)[1];
    const stranger = await person(browser, { language, javaScript });
    assert.equal((await stranger.page.request.get(await paper.getAttribute("href"), { maxRedirects: 0 })).ok(), false, "it is theirs alone");
    await stranger.page.goto(link.pathname);
    await inspect(stranger, "volunteer-verify");
    const check = await text(stranger);
    assert.ok(check.includes(number), "who scans the certificate learns that it is real");
    assert.ok(!check.includes(one.own) && !check.includes(one.family), "and not whose it is");
    await stranger.page.goto(`${link.pathname}0`);
    assert.ok(!(await text(stranger)).includes(number), "a code of nobody's making says so");
    for (const each of [who, colleague, after]) assert.deepEqual(each.problems, []);
  });
}

test("an application is declined with its reason, and nobody else's shift can be taken", async () => {
  const one = { ...volunteers.ar, mobile: mobile(503) };
  const who = await person(browser, { javaScript: false });
  const reference = await join(who, one);
  assertRefused(await post(who, "/volunteer/mine/shifts/1/take"), "a shift before the answer");
  const colleague = await desk("ar", reference);
  await colleague.page.locator("main details summary").first().click();
  await beneficiary.send(colleague, 'form[action$="/decline"]');
  await inspect(colleague, "volunteer-decline-refused");
  await field(colleague.page, "reason").fill("اكتمل العدد هذا الشهر.");
  await beneficiary.send(colleague, 'form[action$="/decline"]');
  await who.open("/volunteer/mine");
  assert.ok((await text(who)).includes("اكتمل العدد هذا الشهر."));
  assert.equal(await who.page.locator('form[action$="/take"]').count(), 0);
  assert.deepEqual(colleague.problems, []);
});
