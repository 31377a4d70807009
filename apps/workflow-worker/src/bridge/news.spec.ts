import { describe, expect, it } from '@jest/globals';
import { type LoopFact, monthlyIdOf } from '@bihuan/contracts';
import type { ReceivedMessage } from '@bihuan/platform/messaging';
import { factOf, ObligationStory } from '@bihuan/testing/temporal';
import { introductionOf } from './introduction.ts';
import { sortOut, type Step } from './news.ts';
import { Progress } from './progress.ts';

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
/** A clock of A, and one without a hazard, that moved to a later wake-up with many others. */
const moved = (unhurried: object) => [
  factOf('clock.moved', at, {
    ...{
      clockId: `supervision.rectify.${A}`,
      owner: 'supervision',
      kind: 'rectify',
      hazardNo: A,
      version: 2,
    },
    ...{ state: 'open', due: at.toISOString(), wakeAt: at.toISOString(), overdueAt: null, ...unhurried },
    waitsFor: { orgCode: 'TY', orgName: '太原市人民政府' },
  }),
  { ...opened, type: 'obligation.moved', data: { ...opened.data, version: 2, ...unhurried } },
];
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

/** `A2: 0 4`: two facts of A told at once, which are at offsets 0 and 4. */
const short = (step: Step) => {
  const what =
    step.kind === 'tell' ? `${names[step.news.recipient] ?? ''}${String(step.news.facts.length)}` : 'aside';
  return `${what}: ${step.messages.map(({ offset }) => offset).join(' ')}`;
};

describe('a batch is told', () => {
  it.each<[string, unknown[], string[][], string]>([
    ['facts of one hazard at once', [plan(A), plan(A), plan(A)], [['A3: 0 1 2']], ''],
    ['hazards beside each other', [plan(A), plan(B), plan(A)], [['A2: 0 2'], ['B1: 1']], ''],
    ['past facts no loop depends on', [plan(A), unheard(A), unheard(B), plan(A)], [['A2: 0 3']], '1 2'],
    ['past clocks that moved without hurry', [plan(A), ...moved({ unhurried: true })], [['A1: 0']], '1 2'],
    ['clocks that moved otherwise', [plan(A), ...moved({})], [['A2: 0 1'], ['O1: 2']], ''],
    ['with nothing for anybody', [unheard(A), unheard(B)], [], '0 1'],
    [
      'facts of a clock without a hazard to its own workflow',
      [opened, plan(A), opened],
      [['O2: 0 2'], ['A1: 1']],
      '',
    ],
    [
      'requests of a month to the workflow of that month and kind',
      [asked('edition'), asked('edition'), asked('assessment')],
      [['edition2: 0 1'], ['assessment1: 2']],
      '',
    ],
    [
      'putting aside what is invalid, in its order',
      [plan(A), 'x', plan(A), 'y'],
      [['A2: 0 2'], ['aside: 1', 'aside: 3']],
      '',
    ],
  ])('%s', (_, values, expected, passedOver) => {
    const { lanes, passed } = sortOut(messages(values));
    expect(lanes.map((lane) => lane.map(short))).toEqual(expected);
    expect(passed.map(({ offset }) => offset).join(' ')).toBe(passedOver);
  });

  it('in signals of at most fifty facts', () => {
    const { lanes } = sortOut(messages(Array.from({ length: 120 }, () => plan(A))));
    const [lane = []] = lanes;
    expect(lane.map(({ messages: { length } }) => length)).toEqual([50, 50, 20]);
  });
});

describe('a batch is done', () => {
  const done = (...orders: readonly number[][]) => {
    const all = messages(Array.from({ length: 6 }, () => plan(A)));
    const progress = new Progress(all);
    return orders.map((order) => progress.settle(order.map((index) => all[index]!))?.offset);
  };

  it.each<[string, number[][], (string | undefined)[]]>([
    ['message by message', [[0], [1], [2]], ['0', '1', '2']],
    ['up to the first that is not', [[1, 3], [0], [2]], [undefined, '1', '3']],
    [
      'to its end whatever the order',
      [[5], [4], [3, 1], [2], [0]],
      [undefined, undefined, undefined, undefined, '5'],
    ],
    ['no further than before', [[0, 1], [3], [3]], ['1', undefined, undefined]],
  ])('%s', (_, orders, expected) => {
    expect(done(...orders)).toEqual(expected);
  });
});

describe('a loop introduces itself', () => {
  it('with place and field once the registration is among its first facts, else without', () => {
    const others: LoopFact[] = [plan(A)];
    expect(introductionOf(others).staticSummary).toBe('重大事故隐患');
    expect(introductionOf(others).typedSearchAttributes).toHaveLength(2);
  });
});
