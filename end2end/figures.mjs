// The figures of design and promise, measured on this machine and in one run with their yardsticks: how soon the
// release answers, what it weighs idle, pages a second beside a bare axum handler, requests received for good beside
// commits of one row, and what the first page costs a phone. Prints a table; `tools/bench` sets everything up.
import { execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { flags, executablePath } from "./lib/chromium.mjs";
import { stop } from "./lib/house.mjs";

const run = promisify(execFile);
const [binary, examples] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), "wisal-figures-"));
const house = "127.0.0.1:4180";
const bare = "127.0.0.1:4181";
const rows = [];
const figure = (what, value) => {
  rows.push(`| ${what} | ${value} |`);
  console.error(`▸ ${what}: ${value}`);
};
const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
const children = [];
const wait = (ms) => new Promise((later) => setTimeout(later, ms));

/** Starts a program and gives it with the milliseconds until its address answered 200. */
async function started(program, options, address) {
  const began = performance.now();
  const child = spawn(program, options, { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, RUST_LOG: "error" } });
  children.push(child);
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}`);
    const answer = await fetch(`http://${address}/`).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return { child, milliseconds: performance.now() - began };
    await wait(2);
  }
}

const serve = () => started(binary, ["serve", "--demo", "--data", join(folder, "data"), "--addr", house], house);

/** Requests a second that wrk counts, with eight connections. */
async function pagesPerSecond(address) {
  const { stdout } = await run("wrk", ["-t1", "-c8", "-d4s", "-H", "Accept-Encoding: identity", `http://${address}/`]);
  if (/Non-2xx/.test(stdout)) throw new Error(stdout);
  return Number(stdout.match(/Requests\/sec:\s+([\d.]+)/)[1]);
}

/** What a phone's first visit of the home page loads, and when it can be read and used. */
async function firstVisit(browser) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, baseURL: `http://${house}` });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const requests = new Map();
  devtools.on("Network.responseReceived", ({ requestId, type, response }) => requests.set(requestId, { type, mime: response.mimeType }));
  const bytes = {};
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const { type, mime } = requests.get(requestId) ?? { type: "Other", mime: "" };
    const kind = mime === "application/wasm" ? "WASM" : type;
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  await page.addInitScript(() => {
    globalThis.seen = { paint: 0, blocked: 0, shift: 0 };
    const watch = (type, each) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
    watch("largest-contentful-paint", ({ startTime }) => (globalThis.seen.paint = startTime));
    watch("longtask", ({ duration }) => (globalThis.seen.blocked += Math.max(0, duration - 50)));
    watch("layout-shift", ({ value }) => (globalThis.seen.shift += value));
  });
  await page.goto("/");
  await page.waitForFunction(() => document.documentElement.dataset.hydrated === "true", undefined, { timeout: 120_000 });
  const hydrated = await page.evaluate(() => performance.now());
  await wait(1_000);
  const seen = await page.evaluate(() => globalThis.seen);
  await context.close();
  return { bytes, ...seen, hydrated };
}

try {
  const first = await serve();
  await stop(first.child);
  figure("First start with the demonstration's forty people, to the first 200", `${(first.milliseconds / 1000).toFixed(1)} s`);
  const restarts = [];
  let server;
  for (let again = 0; again < 5; again += 1) {
    if (server) await stop(server.child);
    server = await serve();
    restarts.push(server.milliseconds);
  }
  figure("Restart to the first 200 (median of 5)", `${median(restarts).toFixed(0)} ms`);
  await wait(3_000);
  const status = await readFile(`/proc/${server.child.pid}/status`, "utf8");
  figure("Memory idle (resident)", `${(Number(status.match(/VmRSS:\s+(\d+)/)[1]) / 1024).toFixed(0)} MB`);

  const page = await (await fetch(`http://${house}/`)).text();
  await writeFile(join(folder, "page.html"), page);
  const yardstick = await started(join(examples, "bare_page"), [bare, join(folder, "page.html")], bare);
  const rates = [];
  for (let round = 0; round < 5; round += 1) {
    rates.push({ ours: await pagesPerSecond(house), theirs: await pagesPerSecond(bare) });
  }
  await stop(yardstick.child);
  const ours = median(rates.map((rate) => rate.ours));
  const ratio = median(rates.map((rate) => rate.ours / rate.theirs));
  figure(`Home page rendered, ${(page.length / 1024).toFixed(0)} kB of characters (median of 5)`, `${ours.toFixed(0)} pages/s, ${ratio.toFixed(3)} of a bare axum handler with the same bytes`);

  const browser = await chromium.launch({ executablePath, args: flags });
  const visits = [];
  for (let visit = 0; visit < 3; visit += 1) visits.push(await firstVisit(browser));
  await browser.close();
  const { bytes } = visits[0];
  const kinds = Object.entries(bytes).map(([kind, size]) => `${kind} ${(size / 1024).toFixed(1)} kB`);
  const total = Object.values(bytes).reduce((sum, size) => sum + size, 0);
  figure("First load of the home page, as sent", `${(total / 1024).toFixed(0)} kB: ${kinds.join(", ")}`);
  figure("… without WASM and its script, which load deferred", `${((total - (bytes.WASM ?? 0) - (bytes.Script ?? 0)) / 1024).toFixed(0)} kB`);
  for (const [what, of, unit] of [["Largest contentful paint", "paint", "ms"], ["Total blocking time", "blocked", "ms"], ["Taken over by WASM after", "hydrated", "ms"]]) {
    figure(`${what} at 4× CPU, 1.6 Mbit/s, 150 ms (median of 3)`, `${median(visits.map((visit) => visit[of])).toFixed(0)} ${unit}`);
  }
  figure("Layout shift at load (largest of 3)", Math.max(...visits.map(({ shift }) => shift)).toFixed(4));
  await stop(server.child);

  const { stdout } = await run(join(examples, "submissions"));
  const work = JSON.parse(stdout);
  const perSecond = (ms) => work.a_round / (ms / 1000);
  const received = median(work.rounds.map(({ submissions_ms: ms }) => perSecond(ms)));
  const commits = median(work.rounds.map(({ one_row_commits_ms: ms }) => perSecond(ms)));
  const share = median(work.rounds.map((round) => round.one_row_commits_ms / round.submissions_ms));
  figure(`Requests received for good, ${work.at_once} at once (median of ${work.rounds.length} rounds of ${work.a_round})`, `${received.toFixed(0)}/s, ${share.toFixed(2)} of ${commits.toFixed(0)} one-row commits/s`);
} finally {
  await Promise.all(children.map(stop));
  await rm(folder, { recursive: true, force: true });
}
console.log(["| What | Figure |", "| --- | --- |", ...rows].join("\n"));
