// What the map of the site lists for search engines.

/** The paths of its pages, in both languages. */
export async function listed(url) {
  const map = await (await fetch(`${url}/sitemap.xml`)).text();
  const paths = [...map.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, place]) => new URL(place).pathname);
  if (paths.length === 0) throw new Error("the map lists nothing");
  return paths;
}

/** A page of the English side. */
export const isEnglish = (path) => /^\/en(\/|$)/.test(path);
