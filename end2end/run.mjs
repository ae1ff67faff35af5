// Starts a demonstration house on a free port with a fresh database, runs every journey against it, stops it.
//   node end2end/run.mjs [part of a test file's name …]
import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");
const binary = process.env.WISAL_BINARY ?? join(target, "debug", "wisal");

async function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function until(check, what, seconds) {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    if (await check()) return;
    await new Promise((later) => setTimeout(later, 200));
  }
  throw new Error(`${what} took more than ${seconds} s`);
}

const data = await mkdtemp(join(tmpdir(), "wisal-end2end-"));
const url = `http://127.0.0.1:${await freePort()}`;
const server = spawn(binary, ["serve", "--demo", "--data", data, "--addr", url.slice("http://".length)], {
  cwd: root,
  stdio: ["ignore", "inherit", "pipe"],
  // The server refuses settings it does not know, and the tests' own are not its.
  env: { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("WISAL_"))), RUST_LOG: process.env.RUST_LOG ?? "warn" },
});
const log = [];
server.stderr.on("data", (chunk) => log.push(chunk.toString()));
const gone = new Promise((resolve) => server.once("exit", resolve));

let status = 1;
try {
  const alive = gone.then((code) => {
    throw new Error(`the server ended with ${code}\n${log.join("")}`);
  });
  const ready = until(() => fetch(`${url}/readyz`).then((answer) => answer.ok, () => false), "starting the demonstration", 120);
  await Promise.race([ready, alive]);
  alive.catch(() => {});
  const wanted = process.argv.slice(2);
  const names = (await readdir(join(here, "tests"))).filter((name) => name.endsWith(".test.mjs")).sort();
  const files = names.filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
  const tests = spawn(process.execPath, ["--test", "--test-concurrency=1", "--test-reporter=spec", ...files.map((name) => join(here, "tests", name))], {
    stdio: "inherit",
    env: { ...process.env, WISAL_URL: url, WISAL_DATA: data },
  });
  status = await new Promise((resolve) => tests.once("exit", resolve));
} catch (error) {
  console.error(error.message);
} finally {
  server.kill("SIGTERM");
  await gone;
  await rm(data, { recursive: true, force: true });
}
if (status !== 0 && log.length > 0) console.error(`what the server said:\n${log.join("").split("\n").slice(-40).join("\n")}`);
process.exit(status ?? 1);
