// What every page can do by itself, before and without the application: leave at once, and say so when there is no
// connection. Loaded deferred; nothing breaks without it.

/** Leaves for the address of the exit link; this page does not stay in the history. */
function leave(link) {
  document.documentElement.style.visibility = "hidden";
  location.replace(link.href);
}

document.addEventListener(
  "click",
  (event) => {
    const link = event.target instanceof Element && event.target.closest("[data-exit]");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    leave(link);
  },
  true,
);

// Esc, three times within two seconds, where there is such a link.
let pressed = [];
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") {
    pressed = [];
    return;
  }
  pressed = [...pressed.filter((at) => event.timeStamp - at < 2000), event.timeStamp];
  const link = document.querySelector("[data-exit]");
  if (link && pressed.length >= 3) leave(link);
});

if ("serviceWorker" in navigator) {
  addEventListener("load", () => {
    // A browser that refuses it (private windows) shows its own page when there is no connection.
    navigator.serviceWorker.register("/sw.js").catch(() => {});
  });
}
