import { assertNoDrift } from '@bihuan/platform/persistence';
import { isHazardEvent } from '@bihuan/testing/facts';
import { eventually } from '@bihuan/testing/temporal';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AssessmentWorld, startAssessment } from '../__fixtures__/assessment-world.ts';
import { disclosedIn, hazardNoOf, lifeOf } from '../__fixtures__/editions.ts';
import { emptyMeasured, evolveMeasured } from '../domain/measures.ts';
import { HazardMeasure } from '../persistence/hazard-measure.entity.ts';
import { MeasuredHandover } from '../persistence/measured-handover.entity.ts';
import { MeasuredRound } from '../persistence/measured-round.entity.ts';
import { HazardMeasures } from '../persistence/hazard-measures.repository.ts';

type Facts = ReturnType<typeof lifeOf>;
const publishedLife = (serial: number): Facts => {
  const hazardNo = hazardNoOf(serial);
  return [
    ...lifeOf(serial),
    ...disclosedIn({ month: '2023-10', found: [hazardNo], struckOff: [] }),
    ...disclosedIn({ month: '2023-12', found: [], struckOff: [hazardNo] }),
  ];
};

const orders: readonly ((facts: Facts) => Facts)[] = [
  (facts) => facts,
  (facts) => facts.toReversed(),
  (facts) => facts.flatMap((fact) => [fact, fact]),
  ([registered, ...rest]) => [...rest.toReversed(), registered!, ...rest],
];

describe('the measures of hazards', () => {
  let world: AssessmentWorld;

  beforeAll(async () => {
    world = await startAssessment();
  }, 60_000);

  afterAll(() => world.close());

  it('keeps tables and entities the same', () => assertNoDrift(world.dataSource));

  /** What stands in the tables of the hazard whose life was heard. */
  async function expectMeasured(life: Facts): Promise<void> {
    const hazardNo = life[0]!.aggregate.id;
    const { manager } = world.dataSource;
    const row = await manager.findOneByOrFail(HazardMeasure, { hazardNo });
    expect(row.facts).toEqual(life.filter(isHazardEvent).reduce(evolveMeasured, emptyMeasured(hazardNo)));
    expect(row).toMatchObject({
      campaignCode: 'SX2023',
      cityCode: '140100',
      fieldCode: 'gas',
      state: 'struckOff',
      registeredAt: new Date('2023-09-30T16:30:00.000Z'),
      foundMonth: '2023-10',
      struckOffMonth: '2023-12',
      struckOffAt: new Date('2023-12-08T02:00:00.000Z'),
      withdrawnAt: null,
    });
    const rounds = await manager.find(MeasuredRound, { where: { hazardNo }, order: { round: 'ASC' } });
    expect(rounds.map(({ round, onTime }) => [round, onTime])).toEqual([
      [1, true],
      [2, false],
    ]);
    const handovers = await manager.find(MeasuredHandover, { where: { hazardNo }, order: { track: 'ASC' } });
    expect(handovers).toMatchObject([
      { track: 'industry', orgCode: 'SX-HOUSING', late: false, due: null },
      { track: 'territorial', orgCode: 'TY', late: true, due: new Date('2023-10-10T10:00:00.000Z') },
    ]);
  }

  it('folds the facts of a hazard from all topics, in any order and more than once', async () => {
    const lives = orders.map((_, n) => publishedLife(n + 1));
    await world.hear(lives.flatMap((life, i) => orders[i]!(life)));
    for (const life of lives) await expectMeasured(life);
  });

  it('folds many facts of many hazards in one transaction', async () => {
    const lives = [7, 8, 9].map(publishedLife);
    const together = lives.flat().filter(isHazardEvent).toReversed();
    const measures = world.service.app.get(HazardMeasures);
    await world.dataSource.transaction((tx) => measures.foldAll({ tx } as never, together));
    for (const life of lives) await expectMeasured(life);
  });

  it('folds at the same time what concerns the same hazards, without loss and without a deadlock', async () => {
    const lives = [4, 5, 6].map(publishedLife);
    const measures = world.service.app.get(HazardMeasures);
    const facts = lives.flat().filter(isHazardEvent);
    const [one, other] = [
      facts.filter((_, i) => i % 2 === 0),
      facts.filter((_, i) => i % 2 === 1).toReversed(),
    ];
    await Promise.all(
      [one, other].map((part) =>
        world.dataSource.transaction((tx) => measures.foldAll({ tx } as never, part)),
      ),
    );
    for (const life of lives) await expectMeasured(life);
  });

  it('becomes ready, but for the Temporal that is away', async () => {
    const { body } = await eventually(
      () => world.service.anonymous().get<{ notReady: string[] }>('/readyz'),
      ({ body }) => body.notReady.length === 2,
    );
    expect(body.notReady).toEqual(['temporal', 'activities']);
  });
});
