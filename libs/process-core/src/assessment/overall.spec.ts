import type { OverallFigures } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { type AssessedHandover, type AssessedHazard, type AssessedRound, overallFigures } from './overall.ts';

const shanghai = (text: string): Date => new Date(`2023-${text}:00+08:00`);
const round = (differing: Partial<AssessedRound> = {}): AssessedRound => ({
  round: 1,
  begunAt: shanghai('10-09T09:00'),
  deadline: shanghai('10-20T18:00'),
  moves: [],
  completedAt: null,
  onTime: null,
  ...differing,
});
const completed = (at: string, onTime: boolean) => ({ completedAt: shanghai(at), onTime });
const extended = (at: string) => ({
  moves: [{ version: 2, at: shanghai(at), due: shanghai('11-08T18:00') }],
});
const hazard = (differing: Partial<AssessedHazard> = {}): AssessedHazard => ({
  foundMonth: '2023-10',
  struckOffMonth: null,
  struckOffAt: null,
  withdrawnAt: null,
  rounds: [round()],
  handovers: [],
  ...differing,
});
const handover = (differing: Partial<AssessedHandover> = {}): AssessedHandover => ({
  track: 'territorial',
  dispatchedAt: shanghai('10-09T09:00'),
  due: shanghai('10-10T18:00'),
  answeredAt: shanghai('10-10T10:00'),
  late: false,
  redirectedAt: null,
  ...differing,
});
const struckOff = { struckOffMonth: '2023-10', struckOffAt: shanghai('10-30T09:00') };
const failed = [
  round(completed('10-15T09:00', true)),
  round({ round: 2, begunAt: shanghai('10-18T09:00'), deadline: shanghai('10-28T18:00') }),
];

type Row = [name: string, hazards: AssessedHazard[], figures: Partial<OverallFigures>];

const rows: Row[] = [
  ['nothing found', [], { found: 0, foundTotal: 0, overallRate: null, onTimeRate: null }],
  ['found, not struck off', [hazard()], { found: 1, foundTotal: 1, struckOff: 0, overallRate: 0 }],
  [
    'found and struck off in the month',
    [hazard(struckOff)],
    { found: 1, struckOff: 1, struckOffTotal: 1, overallRate: 1 },
  ],
  [
    'found before the month',
    [hazard({ foundMonth: '2023-09', ...struckOff })],
    { found: 0, foundTotal: 1, struckOff: 1, struckOffTotal: 1 },
  ],
  [
    'struck off before the month',
    [hazard({ foundMonth: '2023-08', struckOffMonth: '2023-09' })],
    { struckOff: 0, struckOffTotal: 1 },
  ],
  [
    'struck off in a later month',
    [hazard({ struckOffMonth: '2023-11' })],
    { struckOff: 0, struckOffTotal: 0 },
  ],
  ['found in a later month', [hazard({ foundMonth: '2023-11' })], { found: 0, foundTotal: 0, due: 0 }],
  ['in no edition yet', [hazard({ foundMonth: null })], { found: 0, foundTotal: 0, due: 0 }],
  [
    'withdrawn before the month’s end: in the edition’s count alone',
    [hazard({ withdrawnAt: shanghai('10-31T23:59'), handovers: [handover()] })],
    { found: 1, foundTotal: 0, due: 0, notYetDue: 0, overdue: 0, handovers: 0, overallRate: null },
  ],
  [
    'withdrawn after the month’s end',
    [hazard({ withdrawnAt: shanghai('11-01T00:00') })],
    { found: 1, foundTotal: 1, due: 1 },
  ],
];

const deadlines: Row[] = [
  ['not completed', [hazard()], { due: 1, onTime: 0, onTimeRate: 0, overdue: 1, notYetDue: 0 }],
  [
    'completed in time',
    [hazard({ rounds: [round(completed('10-20T17:59', true))] })],
    { due: 1, onTime: 1, onTimeRate: 1, overdue: 0 },
  ],
  [
    'completed late, within the month',
    [hazard({ rounds: [round(completed('10-25T09:00', false))] })],
    { due: 1, onTime: 0, overdue: 0 },
  ],
  [
    'completed after the month’s end',
    [hazard({ rounds: [round(completed('11-01T00:00', false))] })],
    { due: 1, onTime: 0, overdue: 1 },
  ],
  [
    'the deadline ends with the month: not due before it has ended',
    [hazard({ rounds: [round({ deadline: shanghai('11-01T00:00') })] })],
    { due: 0, notYetDue: 1, overdue: 0, onTimeRate: null },
  ],
  [
    'completed ahead of a deadline in the next month',
    [hazard({ rounds: [round({ deadline: shanghai('11-08T18:00'), ...completed('10-12T09:00', true) })] })],
    { due: 0, onTime: 0, notYetDue: 1 },
  ],
  [
    'completed in time, failed, and not completed again',
    [hazard({ rounds: failed })],
    { due: 1, onTime: 0, overdue: 1 },
  ],
  [
    'failed, and both rounds in time',
    [hazard({ rounds: [failed[0]!, { ...failed[1]!, ...completed('10-28T09:00', true) }] })],
    { due: 1, onTime: 1, overdue: 0 },
  ],
  [
    'late in the first round, in time in the second: a new deadline heals nothing',
    [
      hazard({
        rounds: [
          round(completed('10-21T09:00', false)),
          { ...failed[1]!, ...completed('10-28T09:00', true) },
        ],
      }),
    ],
    { due: 1, onTime: 0, overdue: 0 },
  ],
  [
    'failed after the month’s end: at its end the first round was running',
    [hazard({ rounds: [failed[0]!, { ...failed[1]!, begunAt: shanghai('11-02T09:00') }] })],
    { due: 1, onTime: 1, overdue: 0 },
  ],
  [
    'failed, the new deadline lies in the next month',
    [hazard({ rounds: [failed[0]!, { ...failed[1]!, deadline: shanghai('11-08T18:00') }] })],
    { due: 0, notYetDue: 1, overdue: 0 },
  ],
  [
    'extended into the next month',
    [hazard({ rounds: [round(extended('10-15T09:00'))] })],
    { due: 0, notYetDue: 1, overdue: 0 },
  ],
  [
    'extended once the month was over',
    [hazard({ rounds: [round(extended('11-01T00:00'))] })],
    { due: 1, overdue: 1 },
  ],
  [
    'failed: what extended the first round does not extend the second',
    [hazard({ rounds: [{ ...failed[0]!, ...extended('10-16T09:00') }, failed[1]!] })],
    { due: 1, overdue: 1 },
  ],
  [
    'struck off without a completion that was heard of',
    [hazard(struckOff)],
    { due: 1, onTime: 0, overdue: 0 },
  ],
];

const answers: Row[] = [
  ['no handover', [hazard()], { handovers: 0, handoversDue: 0, handoverTimeliness: null }],
  [
    'answered in time',
    [hazard({ handovers: [handover()] })],
    { handovers: 1, handoversDue: 1, handoversOnTime: 1, handoverTimeliness: 1 },
  ],
  [
    'answered late',
    [hazard({ handovers: [handover({ answeredAt: shanghai('10-10T18:00'), late: true })] })],
    { handoversDue: 1, handoversOnTime: 0, handoverTimeliness: 0 },
  ],
  [
    'not answered',
    [hazard({ handovers: [handover({ answeredAt: null })] })],
    { handovers: 1, handoversDue: 1, handoversOnTime: 0 },
  ],
  [
    'answered after the month’s end',
    [hazard({ handovers: [handover({ answeredAt: shanghai('11-01T00:00'), late: true })] })],
    { handoversDue: 1, handoversOnTime: 0 },
  ],
  [
    'due after the month’s end',
    [hazard({ handovers: [handover({ due: shanghai('11-01T18:00') })] })],
    { handovers: 1, handoversDue: 0, handoverTimeliness: null },
  ],
  [
    'dispatched after the month’s end',
    [hazard({ handovers: [handover({ dispatchedAt: shanghai('11-01T00:00') })] })],
    { handovers: 0, handoversDue: 0 },
  ],
  ['to a department', [hazard({ handovers: [handover({ track: 'industry' })] })], { handovers: 0 }],
  [
    'redirected unanswered, its successor answered: counted once',
    [
      hazard({
        handovers: [
          handover({ answeredAt: null, redirectedAt: shanghai('10-20T09:00') }),
          handover({ dispatchedAt: shanghai('10-20T09:00'), due: shanghai('10-23T18:00') }),
        ],
      }),
    ],
    { handovers: 1, handoversDue: 1, handoversOnTime: 1 },
  ],
  [
    'redirected after the month’s end: it was still the one to answer',
    [
      hazard({
        handovers: [
          handover({ answeredAt: null, redirectedAt: shanghai('11-01T09:00') }),
          handover({ dispatchedAt: shanghai('11-01T09:00') }),
        ],
      }),
    ],
    { handovers: 1, handoversDue: 1, handoversOnTime: 0 },
  ],
  [
    'of the past, without a clock: answered, in time or late, counts; unanswered does not yet',
    [
      hazard({
        handovers: [
          handover({ due: null }),
          handover({ due: null, late: true }),
          handover({ due: null, answeredAt: null }),
        ],
      }),
    ],
    { handovers: 3, handoversDue: 2, handoversOnTime: 1, handoverTimeliness: 0.5 },
  ],
];

describe.each([
  ['found and struck off', rows],
  ['deadlines', deadlines],
  ['handovers', answers],
])('indicator "overall": %s', (_, table) => {
  it.each(table)('%s', (_name, hazards, figures) => {
    expect(overallFigures(hazards, '2023-10')).toMatchObject(figures);
  });
});

it('what is due and what is not yet due are together what was found', () => {
  const all = [...rows, ...deadlines, ...answers].flatMap(([, hazards]) => hazards);
  const { foundTotal, due, notYetDue, onTime, overdue } = overallFigures(all, '2023-10');
  expect(due + notYetDue).toBe(foundTotal);
  expect(onTime + overdue).toBeLessThanOrEqual(due);
});
