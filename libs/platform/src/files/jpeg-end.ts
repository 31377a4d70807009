const [SOI, EOI, SOS, TEM] = [0xd8, 0xd9, 0xda, 0x01];
/** Restart markers stand between the compressed data. */
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;

/**
 * Whether a JPEG (ITU-T T.81) has its end. Decoders fill up what is missing at the end of a picture with grey.
 *
 * @param bytes the whole file; what follows the end does not matter
 */
export function hasJpegEnd(bytes: Buffer): boolean {
  let at = 0;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return false;
    const marker = bytes[at + 1] ?? 0;
    if (marker === EOI) return true;
    if (marker === 0xff) at += 1;
    else if (marker === SOI || marker === TEM || isRestart(marker)) at += 2;
    else {
      if (at + 4 > bytes.length) return false;
      at += 2 + bytes.readUInt16BE(at + 2);
      if (marker === SOS) at = endOfScan(bytes, at);
    }
  }
  return false;
}

/** Position of the marker that ends the compressed data from there on. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && !isRestart(next)) return at;
  }
  return bytes.length;
}
