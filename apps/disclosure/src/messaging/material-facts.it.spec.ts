import { assertNoDrift } from '@bihuan/platform/persistence';
import { hazardLife, isHazardEvent, publishFacts } from '@bihuan/testing/facts';
import { publishReference, smallProvince } from '@bihuan/testing/reference';
import { startTestService, type TestService } from '@bihuan/testing/service';
import { eventually } from '@bihuan/testing/temporal';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module.ts';
import { emptyMaterial, evolveMaterial } from '../domain/material.ts';
import { EditionMaterial } from '../persistence/edition-material.entity.ts';

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

describe('the material of editions', () => {
  let service: TestService;
  let dataSource: DataSource;

  beforeAll(async () => {
    service = await startTestService(AppModule, { service: 'disclosure' });
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
      const row = await dataSource.manager.findOneByOrFail(EditionMaterial, { hazardNo });
      expect(row.facts).toEqual(life.filter(isHazardEvent).reduce(evolveMaterial, emptyMaterial(hazardNo)));
      expect(row).toMatchObject({
        campaignCode: 'SX2023',
        cityCode: '140100',
        fieldCode: 'gas',
        publicFields: { unitName: '某液化气站', clauseNo: '4.1' },
        state: 'struckOff',
        overdue: false,
        registeredAt: new Date('2023-09-30T16:30:00.000Z'),
        struckOffAt: new Date('2023-12-08T02:00:00.000Z'),
        orgs: ['SX-HOUSING', 'TY'],
      });
    }
  });

  it('becomes ready, but for Temporal, which is away in this test', async () => {
    const ready = await eventually(
      () => service.anonymous().get<{ notReady: string[] }>('/readyz'),
      ({ body }) => body.notReady.length === 2,
    );
    expect(ready.body.notReady).toEqual(['temporal', 'activities']);
  });

  it('says of every column what it is for', async () => {
    const silent: unknown = await dataSource.query(
      `SELECT relname, attname FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
       WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND relname = ANY($1)
         AND attnum > 0 AND NOT attisdropped AND coalesce(col_description(attrelid, attnum), '') = ''`,
      [dataSource.entityMetadatas.map(({ tableName }) => tableName)],
    );
    expect(silent).toEqual([]);
  });

  it('migrates back to months and forth again, with what it knew', async () => {
    await dataSource.undoLastMigration();
    const months: unknown = await dataSource.query(
      `SELECT DISTINCT registered_month, struck_off_month FROM edition_material`,
    );
    expect(months).toEqual([{ registered_month: '2023-10', struck_off_month: '2023-12' }]);
    await dataSource.runMigrations();
    const instants: unknown = await dataSource.query(
      `SELECT DISTINCT registered_at, struck_off_at FROM edition_material`,
    );
    expect(instants).toEqual([
      {
        registered_at: new Date('2023-09-30T16:30:00.000Z'),
        struck_off_at: new Date('2023-12-08T02:00:00.000Z'),
      },
    ]);
  });
});
