// A demonstration house on a free port, with a database of its own that goes with it.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

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

/** Stops a program and waits until it is gone. */
export async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await gone;
}

/** Opens a house: where it answers, where its data lie, what the server said so far, and how to close it. */
export async function demonstration(binary) {
  const data = await mkdtemp(join(tmpdir(), "wisal-demonstration-"));
  const address = `127.0.0.1:${await freePort()}`;
  const server = spawn(binary, ["serve", "--demo", "--data", data, "--addr", address], {
    cwd: root,
    stdio: ["ignore", "inherit", "pipe"],
    // The server refuses settings it does not know, and the tests' own are not its.
    env: { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("WISAL_"))), RUST_LOG: process.env.RUST_LOG ?? "warn" },
  });
  const log = [];
  server.stderr.on("data", (chunk) => log.push(chunk.toString()));
  const said = () => log.join("");
  const url = `http://${address}`;
  const close = async () => {
    await stop(server);
    await rm(data, { recursive: true, force: true });
  };

  const ready = until(() => fetch(`${url}/readyz`).then((answer) => answer.ok, () => false), "starting the demonstration", 120);
  const alive = new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
  alive.catch(() => {});
  try {
    await Promise.race([ready, alive]);
  } catch (error) {
    await close();
    throw new Error(`${error.message}\n${said()}`);
  }
  return { url, data, said, close };
}
