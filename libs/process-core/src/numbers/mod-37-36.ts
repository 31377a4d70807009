const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const modulus = alphabet.length;

/**
 * Check character by ISO/IEC 7064:2003, hybrid system MOD 37,36: finds every single wrong character and nearly every
 * swap of neighbours.
 * @param text characters `0-9A-Z` @throws RangeError on any other
 */
export function checkCharacter(text: string): string {
  let product = modulus;
  for (const character of text) {
    const sum = (product + valueOf(character)) % modulus || modulus;
    product = (sum * 2) % (modulus + 1);
  }
  return alphabet.charAt((modulus + 1 - product) % modulus);
}

function valueOf(character: string): number {
  const value = alphabet.indexOf(character);
  if (value < 0) throw new RangeError(`not a digit or capital letter: ${character}`);
  return value;
}
