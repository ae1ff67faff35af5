// Reads the QR code of a letter as a phone would: from what the PDF draws, not from what the server knows.
import assert from "node:assert/strict";
import { inflateSync } from "node:zlib";

/** Blocks and data bytes of each, by version, at error correction level M. */
const layout = { 1: [1, 16], 2: [1, 28], 3: [1, 44], 4: [2, 32], 5: [2, 43], 6: [4, 27] };

const masks = [
  (x, y) => (x + y) % 2, (x, y) => y % 2, (x) => x % 3, (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2, (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/** Everything a PDF draws, as text. */
function drawn(pdf) {
  const raw = pdf.toString("latin1");
  return [...raw.matchAll(/stream\r?\n/g)]
    .map(({ index, 0: { length } }) => {
      try {
        return inflateSync(pdf.subarray(index + length, raw.indexOf("endstream", index + length))).toString("latin1");
      } catch {
        return "";
      }
    })
    .join("\n");
}

/** The dark modules, which are bars one unit high; the first is the top of the corner mark, seven wide. */
function modules(pdf) {
  const bars = drawn(pdf).match(/\b0 0 m 7 0 l 7 1 l 0 1 l\s+h(\s+[\d.]+ [\d.]+ m( [\d.]+ [\d.]+ l){3}\s+h)+/);
  assert.ok(bars, "the letter has a code to scan");
  const dark = new Set();
  let size = 0;
  for (const [, from, y, to] of bars[0].matchAll(/(\d+) (\d+) m (\d+) \d+ l/g)) {
    for (let x = Number(from); x < Number(to); x += 1) dark.add(`${x} ${y}`);
    size = Math.max(size, Number(to));
  }
  return { size, is: (x, y) => (dark.has(`${x} ${y}`) ? 1 : 0) };
}

/** The bytes of the symbol in the order they were placed, columns from right to left, two at a time. */
function placed({ size, is }) {
  const mask = masks[(is(2, 8) ^ 1) * 4 + is(3, 8) * 2 + (is(4, 8) ^ 1)];
  assert.deepEqual([is(0, 8) ^ 1, is(1, 8)], [0, 0], "error correction level M");
  const inAlignment = (at) => Math.abs(at - (size - 7)) <= 2;
  const isFixed = (x, y) =>
    x === 6 || y === 6 || (x < 9 && (y < 9 || y >= size - 8)) || (x >= size - 8 && y < 9) || (size > 21 && inAlignment(x) && inAlignment(y));
  let bits = "";
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) if (!isFixed(x, y)) bits += is(x, y) ^ (mask(x, y) === 0 ? 1 : 0);
    }
  }
  return bits.match(/.{8}/g);
}

/** The text of the code in a PDF. */
export function scan(pdf) {
  const symbol = modules(pdf);
  const [blocks, each] = layout[(symbol.size - 17) / 4];
  const bytes = placed(symbol);
  const data = Array.from({ length: blocks }, (_, block) => Array.from({ length: each }, (__, at) => bytes[at * blocks + block]));
  const bits = data.flat().join("");
  assert.equal(bits.slice(0, 4), "0100", "text in bytes");
  const length = Number.parseInt(bits.slice(4, 12), 2);
  return Buffer.from(bits.slice(12, 12 + length * 8).match(/.{8}/g).map((byte) => Number.parseInt(byte, 2))).toString("utf8");
}
