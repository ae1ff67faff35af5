// A real browser: the devices people use, and what every page must pass.
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { executablePath, flags } from "./chromium.mjs";

export const url = process.env.WISAL_URL;
const here = dirname(fileURLToPath(import.meta.url));
const shots = join(here, "..", "results");
const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const devices = {
  phone: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 1, hasTouch: true, isMobile: true },
  tablet: { viewport: { width: 820, height: 1180 }, deviceScaleFactor: 1, hasTouch: true },
  desktop: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
};

/** One browser for a test file, closed after its tests. */
export async function launch() {
  const browser = await chromium.launch({ executablePath, args: flags });
  after(() => browser.close());
  return browser;
}

/** A person with a device: their own cookies, their language, JavaScript or not. `problems` gathers console errors. */
export async function person(browser, { device = "phone", language = "ar", javaScript = true, dark = false } = {}) {
  const context = await browser.newContext({
    ...devices[device],
    locale: language === "ar" ? "ar-SA" : "en-GB",
    timezoneId: "Asia/Riyadh",
    javaScriptEnabled: javaScript,
    colorScheme: dark ? "dark" : "light",
    baseURL: url,
  });
  const page = await context.newPage();
  const problems = [];
  page.on("console", (message) => {
    const expected = /the server responded with a status of (401|403|404|409|413|422|429)/.test(message.text());
    if (message.type() === "error" && !expected) problems.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`${page.url()}: ${error.message}`));
  page.setDefaultTimeout(15_000);
  const base = language === "ar" ? "" : "/en";
  return {
    page,
    context,
    problems,
    language,
    javaScript,
    /** Opens a shared path in this person's language. */
    open: (path) => page.goto(`${base}${path === "/" && base ? "" : path}` || "/", { waitUntil: javaScript ? "load" : "domcontentloaded" }),
    path: (path) => `${base}${path}`,
  };
}

/** What every page must pass: no violation of WCAG 2.2 AA that axe finds, no sideways scroll, right language. */
export async function inspect(who, name) {
  const { page, language } = who;
  const html = page.locator("html");
  assert.equal(await html.getAttribute("lang"), language, `${name}: lang`);
  assert.equal(await html.getAttribute("dir"), language === "ar" ? "rtl" : "ltr", `${name}: dir`);
  await shot(who, name);
  if (!who.javaScript) return;
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(sideways <= 0, `${name}: ${sideways}px of sideways scroll`);
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).slice(0, 3).join(" | ")}`);
  assert.deepEqual(found, [], `${name}: axe`);
}

/** A picture of the page, for people to look at, when WISAL_SHOTS is set. */
export async function shot({ page, language }, name) {
  if (!process.env.WISAL_SHOTS) return;
  await mkdir(shots, { recursive: true });
  const { width } = page.viewportSize();
  await page.screenshot({ path: join(shots, `${name}-${language}-${width}.png`), fullPage: true });
}

/** The page is taken over by WASM. */
export async function hydrated({ page, javaScript }) {
  if (javaScript) await page.waitForFunction(() => document.documentElement.dataset.hydrated === "true");
}
