// Messages: who does not want the courteous ones stops them with the link in each; the house words its own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hydrated, inspect, launch, person } from "../lib/browser.mjs";
import { code, forward, lastMessage, nextDay, resident, sent } from "../lib/demo.mjs";
import { post } from "../lib/forge.mjs";
import { press } from "../lib/page.mjs";
import * as beneficiary from "../pages/beneficiary.mjs";
import * as staff from "../pages/staff.mjs";

const browser = await launch();
await nextDay();

/** The researcher begins a study, of which the house tells the applicant as a courtesy. */
async function beginStudy(research, { reference }) {
  await research.open(`/office/requests/${reference}`);
  await hydrated(research);
  await beneficiary.send(research, 'form[action$="/study/open"]');
}

test("the link in a courtesy stops what is like it, and lets it begin again", async () => {
  const [keeps, stops, resumes] = await Promise.all([29, 30, 31].map(resident));
  for (const [one, language, javaScript] of [[stops, "ar", true], [resumes, "en", false]]) {
    const { body } = await lastMessage(one.mobile, "matched");
    const link = new URL(body.match(/https?:\/\/\S+\/stop\/\S+/)[0]).pathname.replace(/^\/en(?=\/)/, "");
    const who = await person(browser, { language, javaScript });
    const button = () => who.page.locator(`form[action$="${link}"] button`);
    await who.open(link);
    await hydrated(who);
    await who.page.reload();
    assert.equal(await button().count(), 1, "to open the link is not yet to stop");
    assert.ok(!(await who.page.locator("body").innerText()).includes(one.name), "the link tells nobody whose it is");
    await inspect(who, "stop");
    await beneficiary.send(who, `form[action$="${link}"]`);
    assert.equal(await button().count(), 0);
    await inspect(who, "stopped");
    if (one === resumes) {
      await beneficiary.send(who, 'form[action$="/resume"]');
      assert.equal(await button().count(), 1, "and it may begin again");
    }
    const guessed = await post(who, who.path(`${link}0`));
    assert.equal(guessed.status(), 404, "a link nobody was sent does not exist");
    assert.deepEqual(who.problems, []);
  }
  const research = await person(browser, { device: "desktop" });
  await staff.signIn(research, "research");
  for (const one of [stops, resumes, keeps]) await beginStudy(research, one);
  await forward(1);
  for (const { mobile } of [keeps, resumes]) await sent(`study_started to ${mobile}`, () => lastMessage(mobile, "study_started"));
  assert.equal(await lastMessage(stops.mobile, "study_started"), undefined, "what was stopped is not sent");
  assert.deepEqual(research.problems, []);
});

test("the administrator words a message, and the next one says it", async () => {
  const admin = await person(browser, { device: "desktop" });
  const { page } = admin;
  await staff.signIn(admin, "admin", "/office/messages");
  await inspect(admin, "messages");
  const address = "/office/messages/sign_in_code/ar";
  await Promise.all([page.waitForURL(new RegExp(address)), page.locator(`main a[href="${address}"]`).click()]);
  await hydrated(admin);
  const words = page.locator('main [name="body"]');
  const product = await words.inputValue();

  const save = page.locator(`form[action="${address}"] button:not([name])`);
  await words.fill("أهلًا بك في وصال.");
  await press(admin, save);
  assert.equal(await page.locator('main [role="alert"]').count(), 1, "a code message without its code is not taken");
  assert.equal(await words.inputValue(), "أهلًا بك في وصال.");
  await inspect(admin, "message-refused");

  const placeholder = product.match(/\{\{[^}]*\}\}/)[0];
  const own = `أهلًا بك. رمزك عندنا ${placeholder}، ولا يطلبه منك موظف.`;
  await words.fill(own);
  await press(admin, page.locator('button[name="act"][value="preview"]'));
  const preview = await page.locator(".message-preview").innerText();
  assert.ok(preview.includes("رمزك عندنا") && !preview.includes("{{"), preview);
  await inspect(admin, "message-preview");
  await press(admin, save);
  await inspect(admin, "message-own");

  const signIn = async (one) => {
    const who = await person(browser);
    await beneficiary.enter(who, one, "/my/requests");
    await code(one.mobile, "sign_in_code");
    return (await lastMessage(one.mobile, "sign_in_code")).body;
  };
  const says = await signIn(await resident(27));
  assert.ok(says.startsWith("أهلًا بك. رمزك عندنا ") && says.includes("ولا يطلبه منك موظف."), says);

  await admin.open(address);
  await hydrated(admin);
  await beneficiary.send(admin, 'form[action$="/reset"]');
  assert.equal(await words.inputValue(), product, "the product's words are back");
  assert.ok(!(await signIn(await resident(28))).includes("رمزك عندنا"));

  const reception = await person(browser, { device: "desktop" });
  await staff.signIn(reception, "reception");
  await reception.open("/office/messages");
  assert.equal(await reception.page.locator(`a[href="${address}"]`).count(), 0, "the words are the administrator's alone");
  for (const who of [admin, reception]) assert.deepEqual(who.problems, []);
});
