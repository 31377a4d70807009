const FIRST_SLOTS = 1 << 12;
const LOAD = 0.6;
/** No character of a text. */
const BETWEEN = 0x10000;

/**
 * Which keys a file has had, and in which row, within twelve to forty bytes a key: keys are kept as 64-bit
 * fingerprints, so that among two million rows two different ones are taken for the same once in some ten million
 * files.
 */
export class SeenRows {
  #high = new Uint32Array(FIRST_SLOTS);
  #low = new Uint32Array(FIRST_SLOTS);
  /** Row of the slot; 0 where it is free. */
  #rows = new Uint32Array(FIRST_SLOTS);
  #size = 0;
  #hashHigh = 0;
  #hashLow = 0;

  /** The row that has the key; 0 where none does. */
  rowWith(key: readonly string[]): number {
    this.hash(key);
    return this.#rows[this.slotOf(this.#hashHigh, this.#hashLow)] ?? 0;
  }

  /** From now on the row has the key, unless another does. */
  note(key: readonly string[], row: number): void {
    this.hash(key);
    const slot = this.slotOf(this.#hashHigh, this.#hashLow);
    if (this.#rows[slot] !== 0) return;
    this.put(slot, this.#hashHigh, this.#hashLow, row);
    this.#size += 1;
    if (this.#size > this.#rows.length * LOAD) this.grow();
  }

  /** Two 32-bit multiplicative hashes, mixed at the end (cyrb53's scheme, all 64 bits kept). */
  private hash(key: readonly string[]): void {
    let high = 0xdeadbeef;
    let low = 0x41c6ce57;
    for (const part of key) {
      for (let i = 0; i < part.length; i += 1) {
        const unit = part.charCodeAt(i);
        high = Math.imul(high ^ unit, 2654435761);
        low = Math.imul(low ^ unit, 1597334677);
      }
      // Two parts are not the same as their texts side by side.
      high = Math.imul(high ^ BETWEEN, 2654435761);
      low = Math.imul(low ^ BETWEEN, 1597334677);
    }
    high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
    low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
    this.#hashHigh = high >>> 0;
    this.#hashLow = low >>> 0;
  }

  private slotOf(high: number, low: number): number {
    const mask = this.#rows.length - 1;
    let slot = low & mask;
    while (this.#rows[slot] !== 0 && (this.#high[slot] !== high || this.#low[slot] !== low))
      slot = (slot + 1) & mask;
    return slot;
  }

  private put(slot: number, high: number, low: number, row: number): void {
    this.#high[slot] = high;
    this.#low[slot] = low;
    this.#rows[slot] = row;
  }

  private grow(): void {
    const [high, low, rows] = [this.#high, this.#low, this.#rows];
    this.#high = new Uint32Array(rows.length * 2);
    this.#low = new Uint32Array(rows.length * 2);
    this.#rows = new Uint32Array(rows.length * 2);
    for (let i = 0; i < rows.length; i += 1) {
      const [h = 0, l = 0, row = 0] = [high[i], low[i], rows[i]];
      if (row !== 0) this.put(this.slotOf(h, l), h, l, row);
    }
  }
}
