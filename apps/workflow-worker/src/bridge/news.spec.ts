import { describe, expect, it } from '@jest/globals';
import { type LoopFact, monthlyIdOf } from '@bihuan/contracts';
import type { ReceivedMessage } from '@bihuan/platform/messaging';
import { factOf, ObligationStory } from '@bihuan/testing/temporal';
import { introductionOf } from './introduction.ts';
import { type Step, stepsOf } from './news.ts';

const A = 'SX2023-140105-GAS-202310-000001K';
const B = 'SX2023-140105-GAS-202310-000002K';
const O = 'disclosure.monthlyEdition.SX2023.2023-10';
const names: Record<string, string> = { [A]: 'A', [B]: 'B', [O]: 'O' };
names[monthlyIdOf('disclosure', { campaignCode: 'SX2023', month: '2023-10' })] = 'edition';
names[monthlyIdOf('assessment', { campaignCode: 'SX2023', month: '2023-10' })] = 'assessment';
const at = new Date('2023-10-09T01:00:00Z');
const plan = (hazardNo: string) => factOf('plan.filed', at, { hazardNo, filedAt: at.toISOString() });
const unheard = (hazardNo: string) => ({ ...plan(hazardNo), type: 'completion.reported' });

const opened = new ObligationStory(O, at, at).opened(at);
const asked = (what: 'edition' | 'assessment') => ({
  ...plan(A),
  type: `${what}.requested`,
  data: { campaignCode: 'SX2023', month: '2023-10', requestedAt: at.toISOString() },
});

const messages = (values: readonly unknown[]): ReceivedMessage[] =>
  values.map((value, offset) => ({
    topic: 'supervision',
    partition: 0,
    offset: String(offset),
    key: null,
    value: typeof value === 'string' ? value : JSON.stringify(value),
    headers: {},
  }));

/** `A2→4`: two facts of A told at once, done up to offset 4. */
const short = (step: Step) => {
  const what = { tell: '', putAside: 'aside', pass: 'pass' }[step.kind];
  const told =
    step.kind === 'tell' ? `${names[step.news.recipient] ?? ''}${String(step.news.facts.length)}` : what;
  return `${told}→${step.last.offset}`;
};

describe('a batch is told', () => {
  it.each<[string, unknown[], string[]]>([
    ['facts of one hazard at once', [plan(A), plan(A), plan(A)], ['A3→2']],
    ['facts of several hazards in their order', [plan(A), plan(B), plan(A)], ['A1→0', 'B1→1', 'A1→2']],
    ['past facts no loop depends on', [plan(A), unheard(A), unheard(B), plan(A)], ['A2→3']],
    ['with nothing for anybody', [unheard(A), unheard(B)], ['pass→1']],
    ['putting aside what is invalid, in its place', [plan(A), 'x', plan(A)], ['A1→0', 'aside→1', 'A1→2']],
    [
      'facts of a clock without a hazard to its own workflow',
      [opened, plan(A), opened, opened],
      ['O1→0', 'A1→1', 'O2→3'],
    ],
    [
      'requests of a month to the workflow of that month and kind',
      [asked('edition'), asked('edition'), asked('assessment')],
      ['edition2→1', 'assessment1→2'],
    ],
    ['going on after something invalid', ['x', unheard(A), 'x'], ['aside→0', 'pass→1', 'aside→2']],
  ])('%s', (_, values, steps) => {
    expect(stepsOf(messages(values)).map(short)).toEqual(steps);
  });

  it('in signals of at most fifty facts', () => {
    const steps = stepsOf(messages(Array.from({ length: 120 }, () => plan(A))));
    expect(steps.map(short)).toEqual(['A50→49', 'A50→99', 'A20→119']);
  });
});

describe('a loop introduces itself', () => {
  it('with place and field once the registration is among its first facts, else without', () => {
    const others: LoopFact[] = [plan(A)];
    expect(introductionOf(others).staticSummary).toBe('重大事故隐患');
    expect(introductionOf(others).typedSearchAttributes).toHaveLength(2);
  });
});
