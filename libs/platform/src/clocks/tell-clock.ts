import type { Work } from '../commands/index.ts';
import type { ClockRow } from '../persistence/index.ts';
import { type ClockOwner, factOfClock, factOfObligation } from './clock-record.ts';

export type ClockChange = 'opened' | 'moved' | 'ended';

/**
 * Announces what became of a clock: to the loop of its hazard, or to the workflow of its own.
 *
 * @param options.unhurried its workflow need not be woken to hear of it
 */
export function tellClock(
  work: Work,
  owner: ClockOwner,
  change: ClockChange,
  row: ClockRow,
  { unhurried = false }: { readonly unhurried?: boolean } = {},
): void {
  const hurry = unhurried ? ({ unhurried } as const) : {};
  if (row.hazardNo === null) {
    const data = { ...factOfObligation(row, owner), ...hurry };
    work.emit({ topic: owner, type: `obligation.${change}`, key: row.id, data });
  } else {
    const data = { ...factOfClock(row, owner), ...hurry };
    work.emit({ topic: owner, type: `clock.${change}`, key: row.hazardNo, data });
  }
}
