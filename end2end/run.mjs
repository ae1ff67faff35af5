// Starts a demonstration house on a free port with a fresh database, runs every journey against it, stops it.
//   node end2end/run.mjs [part of a test file's name …]
import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { demonstration } from "./lib/house.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? join(dirname(here), "target");
const wanted = process.argv.slice(2);
const names = (await readdir(join(here, "tests"))).filter((name) => name.endsWith(".test.mjs")).sort();
const files = names.filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));

const house = await demonstration(process.env.WISAL_BINARY ?? join(target, "debug", "wisal")).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
const tests = spawn(process.execPath, ["--test", "--test-concurrency=1", "--test-reporter=spec", ...files.map((name) => join(here, "tests", name))], {
  stdio: "inherit",
  env: { ...process.env, WISAL_URL: house.url, WISAL_DATA: house.data },
});
const status = await new Promise((resolve) => tests.once("exit", resolve));
await house.close();
if (status !== 0 && house.said()) console.error(`what the server said:\n${house.said().split("\n").slice(-40).join("\n")}`);
process.exit(status ?? 1);
