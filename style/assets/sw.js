// Keeps what never changes under its name (hashed files, fonts) and one page for when there is no connection.
// Pages, data and files of people always come from the network: nothing of anybody's is kept, and nothing is stale.

// Change it together with anything in SHELL.
const CACHE = "wisal-1";
const SHELL = ["/offline.html", "/plain.css", "/favicon.svg"];

/** A digest of 22 characters is part of the name, as the server's own rule has it; or it is a cut of a font. */
function isImmutable(path) {
  if (path.startsWith("/fonts/")) return path.endsWith(".woff2");
  const name = path.slice(path.lastIndexOf("/") + 1);
  return path.startsWith("/pkg/") && /\.[A-Za-z0-9_-]{22}\./.test(name) && !name.includes("._");
}

addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(SHELL)).then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  const stale = async () => {
    for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
    await clients.claim();
  };
  event.waitUntil(stale());
});

/** From the cache, else from the network and into the cache. */
async function once(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(CACHE)).put(request, answer.clone());
  return answer;
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => caches.match("/offline.html")));
  } else if (isImmutable(pathname)) {
    event.respondWith(once(request));
  } else if (SHELL.includes(pathname)) {
    event.respondWith(fetch(request).catch(() => caches.match(pathname)));
  }
});
