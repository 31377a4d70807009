import type { RungName } from '@bihuan/contracts';
import type { Work } from '../commands/index.ts';
import type { ClockRow } from '../persistence/index.ts';

const rungTable = {
  name: 'clock_rung',
  columns: {
    clock_id: 'text',
    ladder: 'integer',
    rung: 'text',
    taken: 'boolean',
    decided_at: 'timestamptz',
  },
} as const;

/** Notes rungs that are behind a clock, taken or skipped, when the work commits. Each is behind a ladder of it once. */
export function noteRungs(
  work: Work,
  { id, ladder }: Pick<ClockRow, 'id' | 'ladder'>,
  rungs: readonly RungName[],
  taken: boolean,
): void {
  for (const rung of rungs)
    work.insert(rungTable, { clock_id: id, ladder, rung, taken, decided_at: work.now });
}
