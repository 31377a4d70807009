import type { HazardHistory } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { caseAfter } from '../__fixtures__/cases.ts';
import { brought, hazardNo, historyOf } from '../__fixtures__/facts.ts';
import { isKnown, type KnownCase } from './known-case.ts';
import { pastClocks, pastFacts } from './past.ts';
import { runningClocks } from './running-clocks.ts';

const at = (day: string) => `2023-${day}T01:00:00.000Z`;
const registeredAt = at('05-18');
const deadline = '2023-06-17T10:00:00.000Z';
const handovers: HazardHistory['handovers'] = [
  { track: 'territorial', dispatchedAt: registeredAt, answeredAt: at('05-19') },
  { track: 'industry', dispatchedAt: registeredAt, answeredAt: at('05-20') },
];

const hazard = knownOf({});
const facts = (past: Partial<HazardHistory>) =>
  pastFacts(hazard, historyOf(past)).map(({ type, data }) => {
    const { hazardNo: no, ...rest } = data;
    expect(no).toBe(hazardNo);
    return [type, rest];
  });
const clocks = (past: Partial<HazardHistory>) =>
  pastClocks(hazard, historyOf(past)).map(({ clock, metAt }) =>
    [clock.kind, clock.start.toISOString(), metAt.toISOString(), clock.namedDue?.toISOString()]
      .filter((part) => part !== undefined)
      .join(' '),
  );

const completed = (day: string, onTime: boolean) => [
  'completion.reported',
  { round: 1, reportedAt: at(day), onTime },
];
const applied = (day: string) => ['acceptance.applied', { round: 1, appliedAt: at(day) }];
const passed = (day: string) => [
  'acceptance.decided',
  { round: 1, passed: true, decidedAt: at(day), newDeadline: null },
];
const struckOff = (day: string) => ['hazard.struckOff', { struckOffAt: at(day) }];

describe('facts of the past', () => {
  it.each<[string, Partial<HazardHistory>, unknown[]]>([
    ['none', {}, []],
    ['a plan', { planFiledAt: at('05-23') }, [['plan.filed', { filedAt: at('05-23') }]]],
    ['finished in time', { completedAt: at('06-17') }, [completed('06-17', true)]],
    ['finished late', { completedAt: at('06-18') }, [completed('06-18', false)]],
    [
      'accepted',
      { completedAt: at('06-10'), acceptedAt: at('06-15') },
      [completed('06-10', true), applied('06-10'), passed('06-15')],
    ],
    [
      'struck off',
      { completedAt: at('06-10'), acceptedAt: at('06-15'), struckOffAt: at('06-16') },
      [completed('06-10', true), applied('06-10'), passed('06-15'), struckOff('06-16')],
    ],
    [
      'struck off without a date of acceptance: accepted when it was finished',
      { completedAt: at('06-10'), struckOffAt: at('06-16') },
      [completed('06-10', true), applied('06-10'), passed('06-10'), struckOff('06-16')],
    ],
    [
      'struck off and nothing else known: finished by then',
      { struckOffAt: at('06-20') },
      [completed('06-20', false), applied('06-20'), passed('06-20'), struckOff('06-20')],
    ],
    [
      'accepted without a date of completion',
      { acceptedAt: at('06-15') },
      [completed('06-15', true), applied('06-15'), passed('06-15')],
    ],
  ])('%s', (_, past, expected) => {
    expect(facts(past)).toEqual(expected);
  });
});

describe('clocks that were met in the past', () => {
  it.each<[string, Partial<HazardHistory>, string[]]>([
    ['none', {}, []],
    ['handed over only', { handovers }, []],
    ['a plan', { handovers, planFiledAt: at('05-23') }, [`plan ${at('05-20')} ${at('05-23')}`]],
    ['a plan, the answers not told', { planFiledAt: at('05-23') }, []],
    ['a plan filed before both had answered', { handovers, planFiledAt: at('05-19') }, []],
    ['finished', { completedAt: at('06-10') }, [`rectify ${registeredAt} ${at('06-10')} ${deadline}`]],
    [
      'struck off',
      {
        handovers,
        planFiledAt: at('05-23'),
        completedAt: at('06-10'),
        acceptedAt: at('06-15'),
        struckOffAt: at('06-16'),
      },
      [
        `rectify ${registeredAt} ${at('06-10')} ${deadline}`,
        `plan ${at('05-20')} ${at('05-23')}`,
        `accept ${at('06-10')} ${at('06-15')}`,
        `strikeOff ${at('06-15')} ${at('06-16')}`,
      ],
    ],
  ])('%s', (_, past, expected) => {
    expect(clocks(past)).toEqual(expected);
  });

  it('progress is asked for from the day on which the ledger was brought', () => {
    const since = new Date(at('05-20'));
    const [progress] = runningClocks({ ...hazard, territorialAt: since, industryAt: since }).filter(
      ({ kind }) => kind === 'progress',
    );
    expect(progress?.start).toEqual(new Date('2023-10-09T01:00:00.000Z'));
  });
});

function knownOf(past: Partial<HazardHistory>): KnownCase {
  const found = caseAfter([brought(past, { registeredAt, deadline })]);
  if (!isKnown(found)) throw new Error('not known');
  return found;
}
