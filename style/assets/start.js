// Brings the application once the page is shown, what it shows is there and the browser has nothing else to do: on a slow
// line not a byte of it competes with what is read first. The page is usable before, and without.

async function start() {
  const wasm = fetch("/pkg/wisal.wasm");
  const { default: load, hydrate } = await import("/pkg/wisal.js");
  await load({ module_or_path: wasm });
  hydrate();
}

function whenIdle() {
  // The limit is for a page that is never idle.
  if ("requestIdleCallback" in window) requestIdleCallback(start, { timeout: 2000 });
  else setTimeout(start);
}

if (document.readyState === "complete") whenIdle();
else addEventListener("load", whenIdle, { once: true });
