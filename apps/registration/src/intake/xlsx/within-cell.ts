import { limits } from '../limits.ts';

/** One character more than a cell may have: where it is read, it is refused for it. */
const MOST = limits.cellCharacters + 1;

/** A text with what follows it, cut off where it is too long for a cell. */
export function withinCell(text: string, more: string): string {
  return text.length + more.length <= MOST ? text + more : text + more.slice(0, MOST - text.length);
}
