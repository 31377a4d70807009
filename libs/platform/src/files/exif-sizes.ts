/** Bytes of a value by its type (TIFF 6.0, section 2). */
const sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
/** Tags whose value is where another directory begins: EXIF, GPS, interoperability. */
const pointers = new Set([0x8769, 0x8825, 0xa005]);
const ENTRY = 12;
const INLINE = 4;
const MOST_DIRECTORIES = 8;

/**
 * Whether the values that the directories of a block name come to more bytes than the block has: then they overlap, and
 * whoever reads them all makes much of little.
 *
 * @param block of EXIF, from its TIFF header on
 */
export function namesMoreThanItHas(block: Buffer): boolean {
  const order = block.toString('latin1', 0, 2);
  if (block.length < 8 || (order !== 'II' && order !== 'MM')) return false;
  const little = order === 'II';
  const u16 = (at: number) => (little ? block.readUInt16LE(at) : block.readUInt16BE(at));
  const u32 = (at: number) => (little ? block.readUInt32LE(at) : block.readUInt32BE(at));
  const begun = new Set<number>();
  const waiting = [u32(4)];
  let named = 0;
  while (waiting.length > 0 && begun.size < MOST_DIRECTORIES) {
    const from = waiting.pop() ?? 0;
    if (from === 0 || from + 2 > block.length || begun.has(from)) continue;
    begun.add(from);
    const end = from + 2 + u16(from) * ENTRY;
    // Entries beyond the end are none; a reader stops at them.
    for (let at = from + 2; at + ENTRY <= Math.min(end, block.length); at += ENTRY) {
      const bytes = (sizes[u16(at + 2)] ?? 0) * u32(at + 4);
      if (bytes > INLINE) named += bytes;
      if (pointers.has(u16(at))) waiting.push(u32(at + 8));
    }
    if (end + 4 <= block.length) waiting.push(u32(end));
  }
  return named > block.length;
}
