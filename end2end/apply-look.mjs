import { writeFile } from "node:fs/promises";
import { launch, person, url } from "./lib/browser.mjs";
import { code } from "./lib/demo.mjs";
import { iban, mobile, nationalId, pdf } from "./lib/numbers.mjs";
const lang = process.argv[2] ?? "ar"; const n = Number(process.argv[3] ?? 71);
const js = process.argv[4] === "js";
const b = await launch();
const who = await person(b, { device: process.argv[5] ?? "phone", language: lang, javaScript: js });
const { page } = who;
const s = (name) => page.screenshot({ path: `/tmp/apply-shots/${name}-${lang}${process.argv[5] ?? ""}.png`, fullPage: true });
const f = (name) => page.locator(`[name="${name}"]:visible`);
const press = async (sel) => { await Promise.all([page.waitForEvent("domcontentloaded"), page.locator(sel).first().click()]); await page.waitForTimeout(js ? 800 : 100); };
const m = mobile(n);
await who.open("/programmes/family-support");
await press('form[action$="/start"] button');
await f("national_id").fill(nationalId(n)); await f("mobile").fill(m);
await press('form[action*="sign-in"] button[type=submit]');
await f("code").fill(await code(m, "sign_in_code"));
await press('main form button[type=submit]');
console.log(page.url());
if (!page.url().includes("/apply/")) { await who.open("/programmes/family-support"); await press('form[action$="/start"] button'); }
console.log(page.url());
const ref = page.url().match(/apply\/([^/?]+)/)[1];
await s("1-tasks");
await who.open(`/apply/${ref}/identity`);
await press('.actions button[value=save]');
console.log("empty identity", page.url()); await s("2-identity-empty");
await f("name_own").fill("سَارة"); await f("name_father").fill("محمد"); await f("name_grandfather").fill("علي"); await f("name_family").fill("السالم");
await f("born_day").fill("١٢"); await f("born_month").fill("٦"); await f("born_year").fill("١٤٠٥");
await page.locator('[name=group][value=widow]').check({force:true}); await f("city").fill("مكة");
await press('.actions button[value=save]'); console.log("after identity", page.url());
await who.open(`/apply/${ref}/household`);
await page.locator('[name=tenure][value=rented]').check({force:true});
await f("member_name").nth(0).fill("نورة"); await f("member_kinship").nth(0).selectOption("daughter"); await f("member_born").nth(0).fill("غدا");
await press('button[value=add]');
await f("member_name").nth(1).fill("خالد");
await press('.actions button[value=save]'); await s("3-household-errors");
await press('button[value=remove-1]'); await f("member_born").nth(0).fill("١/٦/٢٠١٥");
await press('.actions button[value=save]'); console.log("after household", page.url());
await who.open(`/apply/${ref}/livelihood`);
await f("income_social_security").fill("٢٬١٠٠"); await f("rent").fill("1,000"); await page.waitForTimeout(300); await s("4-livelihood");
await press('.actions button[value=save]'); console.log("after livelihood", page.url());
await who.open(`/apply/${ref}/need`);
await f("words").fill("إيجار متأخر </textarea><script>alert(1)</script>"); await page.locator('[name=urgency][value=this_week]').check({force:true}); await f("iban").fill("SA04 8000 0000 6080 1016 7519");
await press('.actions button[value=save]'); await s("5-need-wrong");
await f("iban").fill(iban); await press('.actions button[value=save]'); console.log("after need", page.url());
await who.open(`/apply/${ref}/documents`);
await page.locator('input[type=file]').first().setInputFiles({ name: "x.pdf", mimeType: "application/pdf", buffer: Buffer.from("<?php echo 1;") });
const [r0] = await Promise.all([page.waitForNavigation(), page.locator('form[enctype] button').first().click()]); console.log("php", r0.status()); await s("6-documents-php");
await page.locator('input[type=file]').first().setInputFiles({ name: "big.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(30 * 1024 * 1024) });
try { const [r1] = await Promise.all([page.waitForNavigation(), page.locator('form[enctype] button').first().click()]); console.log("30MB", r1.status(), (await page.locator("main").innerText()).slice(0, 120)); } catch (e) { console.log("30MB failed", e.message.slice(0,200)); await who.open(`/apply/${ref}/documents`);}
for (;;) {
  const form = page.locator('form[enctype]').first(); if (await form.count() === 0) break;
  await form.locator('input[type=file]').setInputFiles({ name: "d.pdf", mimeType: "application/pdf", buffer: pdf });
  if (await form.locator('[name$=_year]').count()) { await form.locator('[name$=_day]').fill("1"); await form.locator('[name$=_month]').fill("11"); await form.locator('[name$=_year]').fill("2026"); }
  await Promise.all([page.waitForEvent("domcontentloaded"), form.locator('button').click()]); await page.waitForTimeout(js ? 500 : 50);
}
await s("7-documents");
await who.open(`/apply/${ref}`); await s("8-tasks-done");
await who.open(`/apply/${ref}/check`); await s("9-check");
await who.open(`/apply/${ref}/declare`);
if (js) { const c = await page.locator("canvas").boundingBox(); await page.locator("canvas").scrollIntoViewIfNeeded(); const c2 = await page.locator("canvas").boundingBox(); await page.mouse.move(c2.x+20, c2.y+60); await page.mouse.down(); for (let i=1;i<=20;i++) await page.mouse.move(c2.x+20+i*9, c2.y+60+Math.sin(i)*25); await page.mouse.up(); console.log("drawn", (await page.locator('[name=signature]').inputValue()).slice(0,80)); await s("10-declare-drawn"); await press('main form .actions button'); await s("10-declare-again"); console.log("kept", (await page.locator('[name=signature]').inputValue()).slice(0,40)); await page.locator('[name=declaration]').check({force:true}); }
else { await press('main form[action$=declare] button[type=submit]'); await s("10-declare"); await page.locator('[name=declaration]').check({force:true}); await f("signature_typed").fill("ساره محمد علي السالم"); }
await press('main form[action$=declare] button[type=submit]'); console.log("after declare", page.url()); await s("11-code");
await f("code").fill("000000"); await press('main form[action$=code] button[type=submit]'); await s("12-code-wrong");
await f("code").fill(await code(m, "signature_code")); await press('main form[action$=code] button[type=submit]'); console.log("after code", page.url()); await s("13-done");
await who.open(`/apply/${ref}/identity`); await s("14-closed"); console.log(who.problems);
await b.close();
