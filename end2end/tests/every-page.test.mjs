// Every page a person may open, in both languages: accessible, within the screen at every width, still, and silent.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { hydrated, inspect, launch, person, url } from "../lib/browser.mjs";
import { resident } from "../lib/demo.mjs";
import { isEnglish, listed } from "../lib/map.mjs";
import * as beneficiary from "../pages/beneficiary.mjs";

const browser = await launch();

// 180 is the phone at a zoom of 200 %.
const widths = [180, 820, 1440];

// Pages the map leaves to people.
const doors = [
  "/sign-in", "/office/sign-in", "/volunteer/sign-in", "/volunteer/mine", "/verify/none", "/contact/follow", "/contact?kind=complaint",
  "/programmes?need=home_repair", "/programmes/food-basket/check", "/help?q=%D8%A7%D9%84%D8%A7%D8%B3%D8%AA%D9%85%D8%A7%D8%B1%D8%A9",
  "/help?q=zzzz", "/demo",
];

// Addresses where nothing is.
const missing = ["/nothing/here", "/programmes/none", "/help/none", "/volunteer/none", "/stop/none", "/rate/none", "/contact/sent/none"];

/** The pages a list leads to. */
async function below(list) {
  const page = await (await fetch(url + list)).text();
  const found = [...page.matchAll(/href="([^"?#]*)"/g)].map(([, path]) => path);
  const unique = new Set(found.filter((path) => path.startsWith(`${list}/`) && !/\/(mine|sign-in)$/.test(path)));
  return [...unique];
}

async function still({ page }, name) {
  const moved = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const moves = [];
        const watch = new PerformanceObserver((list) => moves.push(...list.getEntries()));
        watch.observe({ type: "layout-shift", buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve([...moves, ...watch.takeRecords()])));
      }).then((moves) =>
        // Nobody touches the page here; a browser that is resized calls its first moments "recent input" all the same.
        moves.map(({ value, sources }) => `${value.toFixed(4)} ${sources.map(({ node }) => node?.className || node?.nodeName).join(" ")}`),
      ),
  );
  return moved.map((move) => `${name}: moved ${move}`);
}

async function wide({ page }, name) {
  const found = [];
  const phone = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: phone.height });
    const { over, by } = await page.evaluate(() => {
      const root = document.documentElement;
      const over = root.scrollWidth - root.clientWidth;
      const out = (box) => box.right > root.clientWidth + 1 || box.left < -1;
      const by = over > 0 ? [...document.querySelectorAll("main *, header *, footer *")].filter((node) => out(node.getBoundingClientRect())) : [];
      return { over, by: by.slice(0, 3).map((node) => `${node.nodeName.toLowerCase()}.${node.className}`) };
    });
    if (over > 0) found.push(`${name}: ${over}px of sideways scroll at ${width} (${by.join(" | ")})`);
  }
  await page.setViewportSize(phone);
  return found;
}

/** Everything that is wrong with a page, so that one run names all of it. */
async function look(who, path, status) {
  const answer = await who.open(path);
  const found = [];
  if (answer.status() !== status) found.push(`${path}: ${answer.status()}`);
  await hydrated(who);
  found.push(...(await still(who, path)));
  await inspect(who, `page${path.replaceAll(/[^\w-]+/g, "-")}`).catch((error) => found.push(`${path} ${error.message}`));
  found.push(...(await wide(who, path)));
  return found;
}

async function lookAt(who, paths, status = 200) {
  const found = [];
  for (const path of paths) found.push(...(await look(who, path, status)));
  return [...found, ...who.problems.splice(0)];
}

// The two languages side by side, each on a page of its own: neither waits for the other.
describe("every page", { concurrency: true }, () => {
  for (const language of ["ar", "en"]) {
    test(`every page of the map and every door (${language})`, async () => {
      const who = await person(browser, { language });
      // The map lists every article and opportunity; a few of each are chosen below.
      const map = (await listed(url)).filter((path) => !isEnglish(path) && !/^\/(help|volunteer)\//.test(path));
      assert.ok(map.length > 20, `the map was not read: ${map.length} pages`);
      // Guides and bylaws, and one question for all: their answers stand on the page of help itself.
      const [questions, books] = [[], []];
      for (const path of await below("/help")) (/guide|bylaws/.test(path) ? books : questions).push(path);
      const [articles, opportunities] = [[...books, ...questions.slice(0, 1)], await below("/volunteer")];
      assert.ok(articles.length > 2 && opportunities.length > 0, "there are articles and opportunities");
      const found = await lookAt(who, [...map, ...articles, ...opportunities, ...doors]);
      found.push(...(await lookAt(who, missing, 404)));
      assert.deepEqual(found, []);
      await who.context.close();
    });

    test(`every page of a person's own (${language})`, async () => {
      const who = await person(browser, { language });
      // A rejected request, which has an answer, letters and an appeal.
      const one = await resident(8);
      await beneficiary.enter(who, one, "/my/requests");
      const request = `/my/requests/${one.reference}`;
      const own = [
        "/my/requests", request, `${request}/appeal`, "/my/contact", "/contact", "/my/documents", "/my/data", "/my/data/erase", "/my/data/correct/livelihood",
        "/programmes/food-basket/for-another", "/for-another/code",
      ];
      assert.deepEqual(await lookAt(who, own), []);
      await who.context.close();
    });
  }
});
