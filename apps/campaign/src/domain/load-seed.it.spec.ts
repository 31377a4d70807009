import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openReferenceBench, type ReferenceBench } from './reference-bench.fixture.ts';
import { ListReference } from './list-reference.ts';

let bench: ReferenceBench;

beforeAll(async () => {
  bench = await openReferenceBench();
  await Promise.all([bench.loadSeed(), bench.loadSeed()]);
});

afterAll(() => bench.close());

describe('first start', () => {
  it('has the tables that the entities describe', async () => {
    await expect(bench.assertNoDrift()).resolves.toBeUndefined();
  });

  it('loaded the seed once although two instances started together, and published every row, the manifest last', async () => {
    const rows = await bench.rows();
    const events = await bench.announced();
    expect(events).toHaveLength(rows.length);
    expect(new Set(events.map(({ key }) => key)).size).toBe(rows.length);
    expect(events.at(-1)).toMatchObject({
      key: 'manifest/all/2019-01-01',
      data: { kind: 'manifest', version: 1, body: { code: 'all', items: rows.length - 1 } },
    });
    expect(await bench.notes()).toBe(1);
  });

  it('changes nothing when it is loaded again', async () => {
    const before = await bench.rows();
    const { events, notes } = await bench.effectsOf(() => bench.loadSeed());
    expect([events, notes]).toEqual([[], 0]);
    expect(await bench.rows()).toEqual(before);
  });

  it('adds what a later seed gains and keeps what people changed', async () => {
    await bench.dataSource.query(
      `UPDATE reference_master SET version = 2, body = jsonb_set(body, '{nameEn}', '"Edited"') WHERE code = 'SX-NYJ'`,
    );
    await bench.dataSource.query(`DELETE FROM seed_run`);
    await bench.dataSource.query(`DELETE FROM reference_master WHERE code = 'MEM-ORDER-10-2023.1'`);
    const { events } = await bench.effectsOf(() => bench.loadSeed());
    expect(events.map(({ key }) => key)).toEqual([
      'clause/MEM-ORDER-10-2023.1/2023-05-15',
      'manifest/all/2019-01-01',
    ]);
    const organisations = await new ListReference(bench.masters, bench.clock).bodies(
      'organisation',
      undefined,
    );
    expect(organisations.find(({ code }) => code === 'SX-NYJ')?.nameEn).toBe('Edited');
  });
});

describe('lists', () => {
  it.each([
    [undefined, '140703'],
    ['2019-06-01', '140726'],
  ])('are as of the day asked for (%s), else of today', async (asOf, code) => {
    const places = await new ListReference(bench.masters, bench.clock).bodies('place', asOf);
    expect(places.filter(({ nameZh }) => nameZh.startsWith('太谷')).map((place) => place.code)).toEqual([
      code,
    ]);
  });

  it('gives the clauses of a standard in its order, and none before it was in force', async () => {
    const list = new ListReference(bench.masters, bench.clock);
    const clauses = await list.clausesOf('MEM-ORDER-10-2023', undefined);
    expect(clauses.map(({ code }) => code)).toEqual(clauses.map((_, i) => `MEM-ORDER-10-2023.${i + 1}`));
    expect(clauses).toHaveLength(65);
    expect(await list.clausesOf('MEM-ORDER-10-2023', '2023-05-14')).toEqual([]);
    await expect(list.clausesOf('NONE', undefined)).rejects.toMatchObject({ code: 'resource.notFound' });
  });
});
