import { clockIdOf, type EventData, type HazardEvent } from '@bihuan/contracts';
import { eventOf, hazardLife, isHazardEvent } from '@bihuan/testing/facts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { emptyMeasured, evolveMeasured, measuresOf, type MeasuredFacts } from './measures.ts';

const hazardNo = 'SX2023-140105-GAS-202310-00001K';
const life = hazardLife(hazardNo).filter(isHazardEvent);
const fold = (events: readonly HazardEvent[]): MeasuredFacts =>
  events.reduce(evolveMeasured, emptyMeasured(hazardNo));
const upTo = (type: string) => life.slice(0, life.findIndex((event) => event.type === type) + 1);
const on = (day: string) => new Date(`${day}T02:00:00.000Z`);

type Disclosed = EventData<'hazard.disclosed'>;
const disclosed = (month: string, strikeOffPublished = false, by?: Disclosed['by']): HazardEvent =>
  eventOf('hazard.disclosed', {
    hazardNo,
    month,
    disclosedAt: `${month}-28T01:00:00.000Z`,
    strikeOffPublished,
    ...(by && { by }),
  });

const [registered] = life;
const corrected = (version: number, cityCode: string, fieldCode: string): HazardEvent => {
  if (registered?.type !== 'hazard.registered') throw new Error('a life begins with its registration');
  const { kind, massCasualties, responsible, place, field, standardCode, clauseNo, description } =
    registered.data;
  return eventOf('hazard.corrected', {
    ...{ hazardNo, kind, massCasualties, responsible, standardCode, clauseNo, description },
    correctionId: '01890a5d-ac96-774b-bcce-b302099a8060',
    version,
    correctedAt: '2023-10-20T01:00:00.000Z',
    reason: '属地有误',
    place: { ...place, cityCode },
    field: { ...field, code: fieldCode },
  });
};

describe('what the indicators count of a hazard', () => {
  it('is where it belongs, its rounds and its handovers', () => {
    const measures = measuresOf(fold(life));
    expect(measures).toMatchObject({
      campaignCode: 'SX2023',
      cityCode: '140100',
      fieldCode: 'gas',
      state: 'struckOff',
      registeredAt: new Date('2023-09-30T16:30:00.000Z'),
      struckOffAt: on('2023-12-08'),
      withdrawnAt: null,
    });
    expect(measures.rounds).toEqual([
      {
        round: 1,
        begunAt: new Date('2023-09-30T16:30:00.000Z'),
        deadline: new Date('2023-11-08T10:00:00.000Z'),
        moves: [],
        completedAt: on('2023-11-04'),
        onTime: true,
      },
      {
        round: 2,
        begunAt: on('2023-11-06'),
        deadline: new Date('2023-11-30T10:00:00.000Z'),
        moves: [],
        completedAt: on('2023-12-04'),
        onTime: false,
      },
    ]);
    expect(measures.handovers).toMatchObject([
      {
        track: 'territorial',
        orgCode: 'TY',
        dispatchedAt: on('2023-10-09'),
        due: new Date('2023-10-10T10:00:00.000Z'),
        answeredAt: on('2023-10-11'),
        late: true,
        redirectedAt: null,
      },
      // The clock of this one was never told of.
      { track: 'industry', orgCode: 'SX-HOUSING', due: null, answeredAt: on('2023-10-10'), late: false },
    ]);
  });

  it('has a round from its beginning on, with what was reported once it was', () => {
    expect(measuresOf(fold(upTo('plan.filed'))).rounds).toMatchObject([{ completedAt: null, onTime: null }]);
    expect(measuresOf(fold(upTo('completion.reported'))).rounds).toMatchObject([{ onTime: true }]);
  });

  it('names no campaign before the registration has been heard', () => {
    expect(measuresOf(fold(life.slice(1)))).toMatchObject({
      campaignCode: null,
      cityCode: null,
      registeredAt: null,
    });
  });
});

describe('the months of a hazard', () => {
  it.each<[string, HazardEvent[], string | null, string | null]>([
    ['in no edition', [], null, null],
    ['found', [disclosed('2023-05')], '2023-05', null],
    ['found, later struck off', [disclosed('2023-05'), disclosed('2023-07', true)], '2023-05', '2023-07'],
    ['new and struck off in one edition', [disclosed('2023-06', true)], '2023-06', '2023-06'],
    ['named by an edition in so many words', [disclosed('2023-06', true, 'edition')], '2023-06', '2023-06'],
    ['published by itself: in no month', [disclosed('2023-06', true, 'publication')], null, null],
    [
      'struck off by itself before the edition that lists it',
      [disclosed('2023-05'), disclosed('2023-06', true, 'publication'), disclosed('2023-07', true)],
      '2023-05',
      '2023-07',
    ],
  ])('%s', (_, events, foundMonth, struckOffMonth) => {
    for (const heard of [events, events.toReversed()])
      expect(measuresOf(fold(heard))).toMatchObject({ foundMonth, struckOffMonth });
  });
});

describe('after a change', () => {
  it('counts where its latest correction puts it, whichever was heard last', () => {
    const changes = [life[0]!, corrected(1, '140200', 'gas'), corrected(2, '140300', 'coal')];
    for (const heard of [changes, changes.toReversed()])
      expect(measuresOf(fold(heard))).toMatchObject({
        campaignCode: 'SX2023',
        cityCode: '140300',
        fieldCode: 'coal',
      });
  });

  const withdrawn: HazardEvent = eventOf('hazard.withdrawn', {
    hazardNo,
    withdrawalId: '01890a5d-ac96-774b-bcce-b302099a8061',
    withdrawnAt: '2023-10-25T01:00:00.000Z',
  });
  it('is withdrawn, unless it had been struck off', () => {
    expect(measuresOf(fold([life[0]!, withdrawn]))).toMatchObject({
      state: 'withdrawn',
      withdrawnAt: new Date('2023-10-25T01:00:00.000Z'),
    });
    expect(measuresOf(fold([...life, withdrawn]))).toMatchObject({ state: 'struckOff', withdrawnAt: null });
  });

  it('keeps a redirected handover with the moment at which another took its place', () => {
    const dispatched = life.find(({ type }) => type === 'handover.dispatched');
    if (dispatched?.type !== 'handover.dispatched') throw new Error('a life has handovers');
    const { handoverId } = dispatched.data;
    const redirected: HazardEvent = eventOf(
      'handover.redirected',
      {
        ...dispatched.data,
        status: 'redirected',
        version: 9,
        reason: '属地更正',
        successorId: '01890a5d-ac96-774b-bcce-b302099a8062',
        settled: false,
      },
      '2023-10-20T01:00:00.000Z',
    );
    for (const heard of [
      [...life, redirected],
      [redirected, ...life],
    ]) {
      const { handovers } = measuresOf(fold(heard));
      expect(handovers.find(({ id }) => id === handoverId)?.redirectedAt).toEqual(
        new Date('2023-10-20T01:00:00.000Z'),
      );
    }
  });

  it('keeps the acknowledge clock of a handover under the handover’s id', () => {
    const clock = life.find(({ type }) => type === 'clock.opened');
    if (clock?.type !== 'clock.opened') throw new Error('a life has clocks');
    const [territorial] = measuresOf(fold(life)).handovers;
    const subject = territorial?.id ?? '';
    expect(clock.data.clockId).toBe(clockIdOf({ owner: 'handover', kind: 'acknowledge', subject }));
  });
});

it('is the same whatever the order of the facts and however often they come', () => {
  const all = [
    ...life,
    disclosed('2023-10'),
    disclosed('2023-12', true),
    corrected(1, '140200', 'gas'),
    corrected(2, '140300', 'coal'),
  ];
  const disordered = fc
    .tuple(fc.shuffledSubarray(all, { minLength: all.length }), fc.shuffledSubarray(all))
    .map(([once, again]) => [...again, ...once]);
  fc.assert(
    fc.property(disordered, (events) => {
      expect(fold(events)).toEqual(fold(all));
    }),
  );
});
