import { assertNoDrift } from '@bihuan/platform/persistence';
import { hazardLife, isHazardEvent, publishFacts } from '@bihuan/testing/facts';
import { publishReference, smallProvince } from '@bihuan/testing/reference';
import { startTestService, type TestService } from '@bihuan/testing/service';
import { eventually } from '@bihuan/testing/temporal';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module.ts';
import { emptyMeasured, evolveMeasured } from '../domain/measures.ts';
import { HazardMeasure } from '../persistence/hazard-measure.entity.ts';

const numbers = ['00001K', '00002I', '00003G', '00004E'].map(
  (serial) => `SX2023-140105-GAS-202310-${serial}`,
);
type Facts = ReturnType<typeof hazardLife>;

const orders: readonly ((facts: Facts) => Facts)[] = [
  (facts) => facts,
  (facts) => facts.toReversed(),
  (facts) => facts.flatMap((fact) => [fact, fact]),
  ([registered, ...rest]) => [...rest.toReversed(), registered!, ...rest],
];

describe('the measures of hazards', () => {
  let service: TestService;
  let dataSource: DataSource;

  beforeAll(async () => {
    service = await startTestService(AppModule, { service: 'assessment' });
    dataSource = service.app.get(DataSource);
    await publishReference(service.topics, smallProvince());
  }, 60_000);

  afterAll(() => service.close());

  it('keeps tables and entities the same', () => assertNoDrift(dataSource));

  it('folds the facts of a hazard from all topics, in any order and more than once', async () => {
    const lives = numbers.map((hazardNo) => hazardLife(hazardNo));
    await publishFacts(
      service.topics,
      lives.flatMap((life, i) => orders[i]!(life)),
    );
    const heard = lives.flat().length;
    await eventually(
      () => dataSource.query<[{ n: number }]>(`SELECT count(*)::int AS n FROM inbox`),
      ([{ n }]) => n === heard,
    );

    for (const life of lives) {
      const hazardNo = life[0]!.aggregate.id;
      const row = await dataSource.manager.findOneByOrFail(HazardMeasure, { hazardNo });
      expect(row.facts).toEqual(life.filter(isHazardEvent).reduce(evolveMeasured, emptyMeasured(hazardNo)));
      expect(row).toMatchObject({
        campaignCode: 'SX2023',
        cityCode: '140100',
        fieldCode: 'gas',
        state: 'struckOff',
        foundMonth: '2023-10',
        struckOffMonth: '2023-12',
        onTime: false,
        overdue: false,
        handovers: 2,
        handoversAnswered: 2,
        handoversLate: 1,
      });
    }
  });

  it('becomes ready', async () => {
    const ready = await eventually(
      () => service.anonymous().get('/readyz'),
      ({ status }) => status === 200,
    );
    expect(ready.status).toBe(200);
  });
});
