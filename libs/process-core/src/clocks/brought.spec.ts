import { describe, expect, it } from '@jest/globals';
import { asBrought } from './brought.ts';
import type { PlannedRung } from './clock-state.ts';

const at = (day: number, hour = 10) => new Date(Date.UTC(2023, 9, day, hour));
const due = at(10);
const ladder: readonly PlannedRung[] = [
  { rung: 'reminder', before: { hours: 4 }, at: at(10, 6) },
  { rung: 'overdue', at: due },
  { rung: 'leader', after: { workingDays: 3 }, at: at(13) },
  { rung: 'interview', after: { workingDays: 7 }, at: at(19) },
];

describe('a clock of a hazard that was brought', () => {
  it.each([
    ['before all rungs', at(9), ['reminder', 'overdue', 'leader', 'interview'], [], null],
    ['on the moment of the reminder', at(10, 6), ['reminder', 'overdue', 'leader', 'interview'], [], null],
    ['after the reminder', at(10, 7), ['overdue', 'leader', 'interview'], ['reminder'], null],
    ['on the due', due, ['overdue', 'leader', 'interview'], ['reminder'], due],
    ['after the due', at(11), ['leader', 'interview'], ['reminder', 'overdue'], due],
    ['after all rungs', at(30), [], ['reminder', 'overdue', 'leader', 'interview'], due],
  ])('%s', (_, broughtAt, ahead, skipped, overdueAt) => {
    const clock = asBrought(due, ladder, broughtAt);
    expect(clock.rungs.map(({ rung }) => rung)).toEqual(ahead);
    expect(clock.skipped.map(({ rung }) => rung)).toEqual(skipped);
    expect(clock.overdueAt).toEqual(overdueAt);
  });

  it('keeps the times of the rungs that are ahead', () => {
    expect(asBrought(due, ladder, at(11)).rungs.map((rung) => rung.at)).toEqual([at(13), at(19)]);
  });
});
