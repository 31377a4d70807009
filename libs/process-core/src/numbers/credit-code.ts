/** Digits of the unified social credit code: no I, O, S, V, Z. Basis: GB 32100-2015. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const bodyLength = 17;
const shape = new RegExp(`^[${alphabet}]{${bodyLength + 1}}$`);

/**
 * The 18th character for 17 others: (31 − Σ digit × 3^(i−1) mod 31) mod 31. Basis: GB 32100-2015.
 * @throws RangeError if there are not 17 characters of its alphabet
 */
export function creditCodeCheckDigit(body: string): string {
  if (body.length !== bodyLength)
    throw new RangeError(`a credit code has ${bodyLength} characters before its check digit`);
  return alphabet.charAt(checkValue(body));
}

/** A whole credit code from its first 17 characters. @throws RangeError as `creditCodeCheckDigit` */
export function creditCodeFor(body: string): string {
  return body + creditCodeCheckDigit(body);
}

/** Eighteen characters of the alphabet, the last one right. */
export function isCreditCode(text: string): boolean {
  return shape.test(text) && alphabet.charCodeAt(checkValue(text)) === text.charCodeAt(bodyLength);
}

/** Value of the check digit for the first 17 characters. Ledgers have it computed a million times: nothing is allocated. */
function checkValue(text: string): number {
  let weight = 1;
  let sum = 0;
  for (let i = 0; i < bodyLength; i += 1) {
    sum += valueOf(text.charCodeAt(i)) * weight;
    weight = (weight * 3) % alphabet.length;
  }
  return (alphabet.length - (sum % alphabet.length)) % alphabet.length;
}

const values = new Map(Array.from(alphabet, (character, value) => [character.charCodeAt(0), value]));

function valueOf(unit: number): number {
  const value = values.get(unit);
  if (value === undefined)
    throw new RangeError(`not a character of a credit code: ${String.fromCharCode(unit)}`);
  return value;
}
