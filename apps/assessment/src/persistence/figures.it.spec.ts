import type { CampaignMonth } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { openDatabase } from '@bihuan/platform/persistence';
import { overallFigures, ranksOf } from '@bihuan/process-core';
import { createTestDatabase, type TestDatabase } from '@bihuan/testing/postgres';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { type StoredHazard, storeLedger } from '../__fixtures__/stored-hazards.ts';
import { figuresOf } from '../domain/city-figures.ts';
import { CityAssessments } from './city-assessments.repository.ts';
import { entities } from './entities.ts';
import { migrations } from './migrations/index.ts';

const cityCodes = ['140100', '140200', '140300', '140400'];
const cities = cityCodes.slice(0, 3).map((code) => ({ code, nameZh: `${code}市`, nameEn: code }));
const months = ['2023-08', '2023-09', '2023-10', '2023-11'];

/** Instants around the ends of the months, to the hour, so that equal ones and those on the boundary are common. */
const instant = fc
  .integer({ min: -3 * 24, max: 100 * 24 })
  .map((hour) => new Date(Date.parse('2023-08-25T00:00:00+08:00') + hour * 3_600_000));
const boundary = fc.constantFrom(
  ...['2023-09-01', '2023-10-01', '2023-11-01'].map((day) => new Date(`${day}T00:00:00+08:00`)),
);
const anyInstant = fc.oneof({ weight: 4, arbitrary: instant }, { weight: 1, arbitrary: boundary });
const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const moves = fc
  .array(fc.record({ at: anyInstant, due: sometimes(anyInstant) }), { maxLength: 3 })
  .map((each) => each.map((move, n) => ({ version: n + 2, ...move })));
const rounds = fc
  .array(
    fc.record({
      begunAt: anyInstant,
      deadline: anyInstant,
      moves: fc.oneof(fc.constant([]), moves),
      completedAt: sometimes(anyInstant),
      onTime: sometimes(fc.boolean()),
    }),
    { maxLength: 3 },
  )
  .map((each) => each.map((round, n) => ({ round: n + 1, ...round })));

const handovers = fc.array(
  fc.record({
    track: fc.constantFrom('territorial' as const, 'industry' as const),
    dispatchedAt: anyInstant,
    due: sometimes(anyInstant),
    answeredAt: sometimes(anyInstant),
    late: fc.boolean(),
    redirectedAt: sometimes(anyInstant),
  }),
  { maxLength: 3 },
);

const ledger: fc.Arbitrary<StoredHazard[]> = fc.array(
  fc.record({
    cityCode: fc.constantFrom(...cityCodes),
    foundMonth: sometimes(fc.constantFrom(...months)),
    struckOffMonth: sometimes(fc.constantFrom(...months)),
    struckOffAt: sometimes(anyInstant),
    withdrawnAt: sometimes(anyInstant),
    rounds,
    handovers,
  }),
  { maxLength: 40 },
);

describe('the figures in the database', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let assessments: CityAssessments;

  beforeAll(async () => {
    database = await createTestDatabase('assessment');
    dataSource = await openDatabase({ url: database.url, schema: database.schema, entities, migrations });
    assessments = new CityAssessments(dataSource);
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const work = () => ({ tx: dataSource.manager }) as Work;

  /** Figures and rank by city, as the one statement counts them. */
  async function counted(month: CampaignMonth): Promise<Record<string, unknown>> {
    await dataSource.query(`TRUNCATE city_assessment`);
    await assessments.count(work(), month, cities);
    const rows = await assessments.listOf(month);
    return Object.fromEntries(rows.map((row) => [row.cityCode, { rank: row.rank, figures: figuresOf(row) }]));
  }

  /** The same by the rules of process-core; a city that was not listed stands there once a hazard names it. */
  function expected(hazards: readonly StoredHazard[], month: string): Record<string, unknown> {
    const listed = cityCodes.filter(
      (code) =>
        cities.some((city) => city.code === code) ||
        hazards.some(
          ({ cityCode, foundMonth }) => cityCode === code && foundMonth !== null && foundMonth <= month,
        ),
    );
    const figures = listed.map((code) =>
      overallFigures(
        hazards.filter(({ cityCode }) => cityCode === code),
        month,
      ),
    );
    const ranks = ranksOf(figures);
    return Object.fromEntries(listed.map((code, n) => [code, { rank: ranks[n], figures: figures[n] }]));
  }

  it('are those of the rules, on any ledger and in any month', async () => {
    await fc.assert(
      fc.asyncProperty(ledger, fc.constantFrom(...months), async (hazards, month) => {
        await storeLedger(dataSource, hazards);
        expect(await counted({ campaignCode: 'SX2023', month })).toEqual(expected(hazards, month));
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  it('list every city, with its name, also where nothing was found', async () => {
    await storeLedger(dataSource, []);
    await counted({ campaignCode: 'SX2023', month: '2023-10' });
    const rows = await assessments.listOf({ campaignCode: 'SX2023', month: '2023-10' });
    expect(rows.map(({ nameZh, rank, overallRate }) => [nameZh, rank, overallRate])).toEqual(
      cities.map(({ nameZh }) => [nameZh, null, null]),
    );
  });

  it('leave out hazards of another campaign', async () => {
    const [one] = fc.sample(ledger, { numRuns: 1, seed: 1 });
    await storeLedger(dataSource, one ?? []);
    const month = { campaignCode: 'OTHER', month: '2023-11' };
    expect(Object.values(await counted(month))).toEqual(
      cities.map(() => ({ rank: null, figures: overallFigures([], '2023-11') })),
    );
  });
});
