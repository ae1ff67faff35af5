// What a beneficiary does, screen by screen.
import assert from "node:assert/strict";
import { hydrated, inspect } from "../lib/browser.mjs";
import { code } from "../lib/demo.mjs";
import { pdf } from "../lib/numbers.mjs";
import { field, press } from "../lib/page.mjs";

/** Presses the button that sends the page's main form, and waits for what comes. */
export async function send(who, form = "main form:not(.leave)") {
  const { page } = who;
  const button = page.locator(form).first().locator('button[type="submit"]:not([name="do"]):visible, button[name="do"][value="save"]:visible').last();
  await press(who, button);
}

export async function choose(page, name, value) {
  await page.locator(`[name="${name}"][value="${value}"]`).check();
}

export async function signIn(who, { id, mobile }) {
  const { page } = who;
  await field(page, "national_id").fill(id);
  await field(page, "mobile").fill(mobile);
  await inspect(who, "sign-in");
  await send(who);
  await field(page, "code").fill(await code(mobile, "sign_in_code"));
  await inspect(who, "sign-in-code");
  await send(who);
}

/** Signs in, to go on from there. */
export async function enter(who, one, next) {
  await who.open(`/sign-in?next=${next}`);
  await hydrated(who);
  await signIn(who, one);
}

/** Begins an application for a programme. Gives its reference. */
export async function begin(who, one, programme) {
  await enter(who, one, `/programmes/${programme}`);
  await who.open(`/programmes/${programme}`);
  await hydrated(who);
  await send(who, 'form[action$="/start"]');
  return who.page.url().match(/\/apply\/([^/?]+)/)[1];
}

export async function date(page, name, { year, month, day, calendar = "gregorian" }) {
  await choose(page, `${name}_calendar`, calendar);
  await field(page, `${name}_day`).fill(String(day));
  await field(page, `${name}_month`).fill(String(month));
  await field(page, `${name}_year`).fill(String(year));
}

/** The sections of an application, filled in for a household of four. */
export const sections = {
  async identity(who, { name }) {
    const { page } = who;
    for (const [part, value] of Object.entries(name)) await field(page, `name_${part}`).fill(value);
    await date(page, "born", { year: 1405, month: 3, day: 12, calendar: "hijri" });
    await choose(page, "group", "widow");
    await field(page, "city").fill(who.language === "ar" ? "مكة المكرمة" : "Makkah");
  },
  async household(who, { members }) {
    const { page } = who;
    await choose(page, "tenure", "rented");
    for (const [at, member] of members.entries()) {
      if (at > 0) await press(who, page.locator('button[name="do"][value="add"]'));
      await field(page, "member_name").nth(at).fill(member.name);
      await field(page, "member_kinship").nth(at).selectOption(member.kinship);
      await field(page, "member_born").nth(at).fill(member.born);
    }
  },
  async livelihood(who) {
    const { page } = who;
    await field(page, "income_social_security").fill("٢٬١٠٠");
    await field(page, "rent").fill("1,000");
  },
  async need(who, { words, iban }) {
    const { page } = who;
    await field(page, "words").fill(words);
    await choose(page, "urgency", "this_month");
    if (iban) await field(page, "iban").fill(iban);
  },
};

/** Types a day of this month into the date of a part of the page. */
export async function day(part) {
  const today = new Date();
  await part.locator('input[name$="_calendar"][value="gregorian"]').check();
  await part.locator('input[name$="_day"]').fill("1");
  await part.locator('input[name$="_month"]').fill(String(today.getMonth() + 1));
  await part.locator('input[name$="_year"]').fill(String(today.getFullYear()));
}

/** Gives a document of each kind the page asks for. With JavaScript a file goes as soon as it is chosen. */
export async function giveDocuments(who) {
  const { page } = who;
  for (;;) {
    const open = page.locator("section.paper").filter({ hasNot: page.locator(".page-line") }).first();
    if ((await open.count()) === 0) return;
    const card = page.locator(`#${await open.getAttribute("id")}`);
    if ((await card.locator('input[name$="_year"]').count()) > 0) await day(card);
    await card.locator('input[type="file"]').first().setInputFiles({ name: "document.pdf", mimeType: "application/pdf", buffer: pdf });
    if (!who.javaScript) await press(who, card.locator('form[enctype="multipart/form-data"] button'));
    await card.locator(".page-line").waitFor().catch(async () => {
      assert.fail(`a document was not taken: ${await page.locator("main").innerText()}`);
    });
  }
}

/** From a programme's page to the confirmation. Gives the reference. */
export async function apply(who, applicant) {
  const reference = await prepare(who, applicant);
  await sign(who, reference, applicant);
  return reference;
}

/** From a programme's page to an application with every section filled in. Gives the reference. */
export async function prepare(who, applicant) {
  const { page } = who;
  await who.open(`/programmes/${applicant.programme}`);
  await hydrated(who);
  await inspect(who, "programme");
  await send(who, 'form[action$="/start"]');
  if (page.url().includes("/sign-in")) {
    await signIn(who, applicant);
    if (!page.url().includes("/apply/")) {
      await who.open(`/programmes/${applicant.programme}`);
      await hydrated(who);
      await send(who, 'form[action$="/start"]');
    }
  }
  assert.match(page.url(), /\/apply\//);
  const reference = page.url().match(/\/apply\/([^/?]+)/)[1];
  await inspect(who, "apply-tasks");
  await fillIn(who, reference, applicant);
  return reference;
}

/** Fills in every section of an application that was begun, up to the answers to be checked. */
export async function fillIn(who, reference, applicant) {
  const { page } = who;
  for (const [section, fill] of Object.entries(sections)) {
    await who.open(`/apply/${reference}/${section}`);
    await hydrated(who);
    await fill(who, applicant);
    await inspect(who, `apply-${section}`);
    await send(who);
    assert.ok(!page.url().endsWith(`/${section}`), `${section} was not taken: ${await page.locator("main").innerText()}`);
  }
  await who.open(`/apply/${reference}/documents`);
  await hydrated(who);
  await inspect(who, "apply-documents");
  await giveDocuments(who);
  await who.open(`/apply/${reference}/check`);
  await hydrated(who);
  await inspect(who, "apply-check");
}

/** Declares, signs and enters the code. */
export async function sign(who, reference, applicant) {
  const { page } = who;
  await declare(who, reference, applicant);
  await inspect(who, "apply-code");
  await send(who);
  assert.match(page.url(), /\/done$/, await page.locator("main").innerText());
  await inspect(who, "apply-done");
}

/** Declares and signs; the code that came is filled in, and not yet sent. */
export async function declare(who, reference, applicant) {
  const { page } = who;
  await who.open(`/apply/${reference}/declare`);
  await hydrated(who);
  await page.locator('[name="declaration"]').check();
  if (who.javaScript && applicant.draws) await draw(page);
  else await field(page, "signature_typed").fill(Object.values(applicant.name).join(" "));
  await inspect(who, "apply-declare");
  await send(who);
  assert.match(page.url(), /\/code$/, await page.locator("main").innerText());
  await field(page, "code").fill(await code(applicant.mobile, "signature_code"));
}

async function draw(page) {
  const canvas = page.locator("canvas");
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  await page.mouse.move(box.x + 20, box.y + box.height / 2);
  await page.mouse.down();
  for (let step = 1; step <= 20; step += 1) {
    await page.mouse.move(box.x + 20 + step * 9, box.y + box.height / 2 + Math.sin(step) * 25);
  }
  await page.mouse.up();
}
