// A request goes the whole way of the policy: apply, sign, match, study, refer, decide, answer on day 14, register,
// deliver, rate. In Arabic on a phone, at a desk and on a tablet; then the beneficiary's part in English without
// JavaScript.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hydrated, inspect, launch, person, url } from "../lib/browser.mjs";
import { code, forward, lastMessage, nextDay, outbox } from "../lib/demo.mjs";
import { arabic, iban, mobile, nationalId } from "../lib/numbers.mjs";
import * as beneficiary from "../pages/beneficiary.mjs";
import * as staff from "../pages/staff.mjs";

const browser = await launch();
await nextDay();

const widow = {
  programme: "family-support",
  id: arabic(nationalId(1)),
  mobile: mobile(1),
  name: { own: "نُورَة", father: "سعد", grandfather: "محمد", family: "الهذلي" },
  members: [
    { name: "ريم الهذلي", kinship: "daughter", born: "1437/5/2" },
    { name: "سعد الهذلي", kinship: "son", born: "3/9/2019" },
  ],
  words: "توفي زوجي ولا دخل لنا إلا الضمان، وأحتاج ما يعينني على مصاريف الأولاد.",
  iban,
  draws: true,
};

const resident = {
  programme: "food-basket",
  id: nationalId(2),
  mobile: mobile(2),
  name: { own: "Sarah", father: "Adam", grandfather: "Yusuf", family: "O'Brien" },
  members: [{ name: "Maryam O'Brien", kinship: "daughter", born: "2018-02-03" }],
  words: "My hours were cut and we need food for the month.",
};

/** What the whole house says of a request to its applicant: page, letter, messages. */
async function told(who, reference) {
  // The messages first: what they say has happened, the page and the letter show.
  const messages = (await outbox()).filter(({ body }) => body.includes(reference));
  await who.open(`/my/requests/${reference}`);
  const letter = await who.page.request.get(who.path(`/my/requests/${reference}/answer.pdf`));
  return { page: await who.page.locator("body").innerText(), letter: letter.status(), templates: messages.map(({ template }) => template) };
}

async function throughTheOffice(reference, language) {
  const reception = await person(browser, { device: "desktop", language });
  await staff.signIn(reception, "reception");
  await inspect(reception, "office-queue");
  await staff.closeMatch(reception, reference);
  const research = await person(browser, { device: "desktop", language });
  await staff.signIn(research, "research");
  await staff.study(research, reference);
  const members = [];
  for (const userName of ["member1", "member2", "chair"]) {
    const member = await person(browser, { device: "tablet", language });
    members.push(member);
    await staff.signIn(member, userName, "/committee");
    if (userName === "member1") await inspect(member, "committee");
    await staff.vote(member, reference);
  }
  const secretary = await person(browser, { device: "tablet", language });
  await staff.signIn(secretary, "secretary", "/committee");
  await staff.decide(secretary, reference);
  return { reception, everybody: [reception, research, secretary, ...members] };
}

/** `eyes` see the pages of somebody without JavaScript, with which alone they can be inspected. */
async function afterTheAnswer(who, applicant, reference, reception, eyes = who) {
  await staff.register(reception, reference);
  const delivery = await person(browser, { device: "desktop", language: who.language });
  await staff.signIn(delivery, "delivery");
  await staff.startDelivery(delivery, reference);
  await staff.confirmReceipt(delivery, reference, await code(applicant.mobile, "on_its_way"));
  const { body } = await lastMessage(applicant.mobile, "completed");
  const link = body.match(/https?:\/\/\S+\/rate\/\S+/)[0];
  const look = async (name) => {
    await eyes.page.goto(new URL(new URL(link).pathname, url).href);
    await hydrated(eyes);
    await inspect(eyes, name);
  };
  await look("rate");
  await who.page.goto(eyes.page.url());
  await hydrated(who);
  await beneficiary.choose(who.page, "level", "5");
  await beneficiary.send(who);
  await inspect(who, "rate-thanks-plain");
  await look("rate-thanks");
  return delivery;
}

test("the whole way in Arabic: phone, desk, tablet; no answer before day 14", async () => {
  const who = await person(browser, { device: "phone" });
  await who.open("/");
  await hydrated(who);
  await inspect(who, "home");
  const reference = await beneficiary.apply(who, widow);
  const receipt = await who.page.request.get(`/my/requests/${reference}/receipt.pdf`);
  assert.equal(receipt.status(), 200);
  assert.equal((await receipt.body()).subarray(0, 5).toString(), "%PDF-");

  const { reception, everybody } = await throughTheOffice(reference, "ar");

  const before = await told(who, reference);
  await forward(13);
  await new Promise((later) => setTimeout(later, 3_000));
  await beneficiary.enter(who, widow, "/my/requests");
  const held = await told(who, reference);
  assert.equal(held.letter, 404);
  assert.ok(!held.templates.includes("answered"), "no message before day 14");
  assert.deepEqual(held.templates, before.templates);
  assert.doesNotMatch(held.page, /مقبول|قُبل|وافقت/);

  await forward(1);
  await beneficiary.enter(who, widow, "/my/requests");
  let issued = held;
  for (let attempt = 0; attempt < 20 && !issued.templates.includes("answered"); attempt += 1) {
    await new Promise((later) => setTimeout(later, 500));
    issued = await told(who, reference);
  }
  assert.ok(issued.templates.includes("answered"), "the answer issues itself on day 14");
  assert.equal(issued.letter, 200);
  await hydrated(who);
  await inspect(who, "status-accepted");

  const delivery = await afterTheAnswer(who, widow, reference, await signedInAgain(reception));
  for (const one of [who, delivery, ...everybody]) assert.deepEqual(one.problems, []);
});

// Sessions end with the days the clock jumped over.
async function signedInAgain({ language }) {
  const reception = await person(browser, { device: "desktop", language });
  await staff.signIn(reception, "reception");
  return reception;
}

test("the whole way in English, the beneficiary without JavaScript", async () => {
  const who = await person(browser, { device: "phone", language: "en", javaScript: false });
  const reference = await beneficiary.apply(who, resident);
  const { everybody } = await throughTheOffice(reference, "en");
  await forward(14);
  await new Promise((later) => setTimeout(later, 3_000));
  await beneficiary.enter(who, resident, "/my/requests");
  await who.open(`/my/requests/${reference}`);
  await inspect(who, "status-accepted-plain");
  // The same pages with JavaScript, which is what can inspect them.
  const seeing = await person(browser, { device: "phone", language: "en" });
  await seeing.context.addCookies(await who.context.cookies());
  await seeing.open(`/my/requests/${reference}`);
  await hydrated(seeing);
  await inspect(seeing, "status-accepted");
  const reception = await signedInAgain({ language: "en" });
  const delivery = await afterTheAnswer(who, resident, reference, reception, seeing);
  for (const one of [who, seeing, delivery, ...everybody]) assert.deepEqual(one.problems, []);
});

test("an application in English, with JavaScript: every page is inspected", async () => {
  const who = await person(browser, { device: "phone", language: "en" });
  const reference = await beneficiary.apply(who, { ...resident, id: nationalId(3), mobile: mobile(3) });
  await who.open(`/my/requests/${reference}`);
  await hydrated(who);
  await inspect(who, "status-received");
  assert.deepEqual(who.problems, []);
});
