// Every public page is well-formed HTML in both languages: what browsers repair in silence, screen readers may not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { HtmlValidate } from "html-validate";
import { url } from "../lib/browser.mjs";
import { listed } from "../lib/map.mjs";

const rules = {
  // Leptos writes void elements, attributes and boolean values in its own style; none of it changes meaning.
  "attr-quotes": "off",
  "attribute-boolean-style": "off",
  "attribute-empty-style": "off",
  "doctype-style": "off",
  "no-trailing-whitespace": "off",
  "no-inline-style": "error",
  "void-style": "off",
  // A table that scrolls sideways is a region the keyboard reaches.
  "prefer-native-element": ["error", { exclude: ["region"] }],
  // Titles name the page and the site, in words people read whole.
  "long-title": "off",
  // Inline scripts carry a nonce; the files are our own, under the same origin.
  "require-sri": "off",
  // A phone number is written with no-break spaces by nobody here: it stands in an isolated run from left to right.
  "tel-non-breaking": "off",
};
const validator = new HtmlValidate({ extends: ["html-validate:recommended"], rules });

/** Public pages: those of the map, and those it leaves to people. */
async function pages() {
  const map = await listed(url);
  const programmes = map.filter((path) => path.includes("/programmes/"));
  const checks = programmes.map((path) => `${path}/check`);
  const doors = ["/sign-in", "/en/sign-in", "/nothing/here", "/en/nothing/here", "/programmes/none", "/programmes?need=home_repair", "/offline.html"];
  return [...map, ...checks, ...doors].map((path) => ({ path }));
}

/** The checks, answered. */
const answered = ["/check", "/en/check", "/programmes/food-basket/check", "/en/programmes/food-basket/check"].map((path) => ({
  path,
  body: new URLSearchParams({ group: "widow", people: "5", children: "3", income: "3300", rent: "1200", debts: "300", age: "x" }),
}));

async function problems({ path, body }) {
  const headers = { accept: "text/html", origin: url };
  const answer = await fetch(url + path, { method: body ? "POST" : "GET", body, headers });
  assert.ok(answer.status < 500, `${path}: ${answer.status}`);
  // `<!>` is the empty comment Leptos marks places with; browsers read it as one, the validator does not.
  const page = (await answer.text()).replaceAll("<!>", "<!---->");
  const { results } = await validator.validateString(page);
  // Leptos writes the nonce of its preloads into `crossorigin` too, where any unknown word means "anonymous".
  const ours = ({ severity, message }) => severity === 2 && !message.startsWith('Attribute "crossorigin"');
  const messages = results.flatMap((result) => result.messages).filter(ours);
  return messages.map(({ ruleId, message, line, column, selector }) => `${path} ${line}:${column} ${ruleId}: ${message} (${selector ?? ""})`);
}

test("every public page is well-formed, in both languages", async () => {
  const all = await pages();
  assert.ok(all.length > 30, `the map was not read: ${all.length} pages`);
  const right = answered.map(({ path, body }) => {
    const whole = new URLSearchParams(body);
    whole.set("age", "41");
    return { path, body: whole };
  });
  const found = [];
  for (const page of [...all, ...answered, ...right]) found.push(...(await problems(page)));
  assert.deepEqual(found, []);
});

test("nothing that stays is stale: the worker keeps files with a digest and no page", async () => {
  const worker = await fetch(`${url}/sw.js`);
  assert.equal(worker.headers.get("cache-control"), "no-cache");
  const source = await worker.text();
  assert.match(source, /request\.mode === "navigate"\) \{\s*event\.respondWith\(fetch\(request\)/);
  for (const file of ["/offline.html", "/plain.css", "/frame.js", "/robots.txt", "/manifest.webmanifest"]) {
    assert.equal((await fetch(url + file)).status, 200, file);
  }
});
