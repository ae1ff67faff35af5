// Valid numbers that belong to nobody.

/** A national ID: nine digits and their check digit. */
export function nationalId(number) {
  const base = String(188_000_000 + number);
  for (let check = 0; check < 10; check += 1) {
    const digits = [...base, String(check)].map(Number);
    const sum = digits.reduce((total, digit, at) => {
      if (at % 2 === 1) return total + digit;
      return total + (digit * 2 > 9 ? digit * 2 - 9 : digit * 2);
    }, 0);
    if (sum % 10 === 0) return base + check;
  }
  throw new Error("one of ten check digits is right");
}

/** A mobile nobody has here. */
export const mobile = (number) => `0555${String(100_000 + number)}`;

/** A valid IBAN, the standard's published sample. */
export const iban = "SA0380000000608010167519";

/** Writes a number in Arabic digits. */
export const arabic = (text) => text.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)));

/** A small real PDF. */
export const pdf = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);
