// What everybody does on a page, and what they read there.
import { hydrated } from "./browser.mjs";

/** The field of a name, where it can be seen. Names are the same in both languages. */
export const field = (page, name) => page.locator(`main [name="${name}"]:visible`);

/** Presses a button and waits for the page that comes. */
export async function press(who, button) {
  await Promise.all([who.page.waitForEvent("domcontentloaded"), button.click()]);
  await hydrated(who);
}

/** What the page says. */
export const text = ({ page }) => page.locator("main").innerText();

/** Opens a page. Gives what it says. */
export async function read(who, path) {
  await who.open(path);
  await hydrated(who);
  return text(who);
}
