// What no page offers: posts by a program, or by a page that is out of date.
import assert from "node:assert/strict";
import { url } from "./browser.mjs";

const as = (who, path, body) => who.page.request.post(path, { ...body, headers: { origin: url }, maxRedirects: 0 });

/** Posts a form as this person, and takes the answer as it is. */
export const post = (who, path, form = {}) => as(who, path, { form });

/** The same for a form that takes files. */
export const postWithFiles = (who, path, multipart) => as(who, path, { multipart });

/** The answer is a no, and no failure of the house. */
export function assertRefused(answer, what) {
  const status = answer.status();
  assert.ok(status >= 400 && status < 500, `${what}: ${status}`);
}
