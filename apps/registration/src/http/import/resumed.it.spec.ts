import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportReply } from '@bihuan/contracts';
import { type FaultPoint, FaultPoints } from '@bihuan/platform/messaging';
import { ReferenceBook } from '@bihuan/platform/reference';
import { createTestTopics, type TestTopics } from '@bihuan/testing/kafka';
import { createTestDatabase, type TestDatabase } from '@bihuan/testing/postgres';
import { publishReference } from '@bihuan/testing/reference';
import { startTestService, type TestService } from '@bihuan/testing/service';
import { eventually } from '@bihuan/testing/temporal';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ServerAway } from '@bihuan/platform/errors';
import { UnitOfWork } from '@bihuan/platform/commands';
import { ObjectStore } from '@bihuan/platform/storage';
import { AppModule } from '../../app.module.ts';
import { Imports } from '../../persistence/import/imports.repository.ts';
import {
  bring,
  brought,
  countOf,
  csv,
  ended,
  errorsOf,
  majorRow,
  table,
} from '../../__fixtures__/import-world.ts';
import { handler, ledgerReference, type Problem } from '../../__fixtures__/ledger-world.ts';

/** From a point on nothing goes on, as if the process were dead; until then `passes` times. */
class DeadAt extends FaultPoints {
  reached = 0;

  constructor(
    private readonly passes: number,
    private readonly dead = true,
  ) {
    super();
  }

  override reach(point: FaultPoint): void {
    if (point !== 'betweenImportBatches') return;
    this.reached += 1;
    if (this.dead && this.reached > this.passes) throw new Error('dead');
  }
}

const rows = Array.from({ length: 1_200 }, (_, i) => ({
  ...majorRow,
  creditCode: undefined,
  unitName: `单位${i}`,
  ...(i % 100 === 7 ? { place: '无名县' } : {}),
  ...(i % 100 === 9 ? { unitName: `单位${i - 1}` } : {}),
}));
const file = csv(table('major', rows));
const figures = { read: 1_200, good: 1_176, bad: 12, duplicate: 12, inserted: 1_176 };

describe('an import whose process dies', () => {
  let topics: TestTopics;
  let database: TestDatabase;
  let objects: string;
  let service: TestService | undefined;

  beforeAll(async () => {
    topics = await createTestTopics();
    await publishReference(topics, ledgerReference());
  }, 60_000);
  afterAll(() => topics.drop());

  beforeEach(async () => {
    database = await createTestDatabase('registration');
    objects = await mkdtemp(join(tmpdir(), 'bihuan-imports-'));
  });
  afterEach(async () => {
    await service?.close();
    service = undefined;
    await database.drop();
    await rm(objects, { recursive: true, force: true });
  });

  async function start(faults: FaultPoints): Promise<TestService> {
    await service?.close();
    const started = await startTestService(AppModule, {
      service: 'registration',
      topics,
      database,
      settings: { OBJECTS_DIRECTORY: objects },
      faults,
    });
    service = started;
    const book = started.app.get(ReferenceBook);
    await eventually(() => book.ready(), Boolean, 30_000);
    return started;
  }

  const read = async (of: TestService, id: string) =>
    (await of.as(handler).get<ImportReply>(`/hazards/imports/${id}`)).body;

  it('goes on behind the last batch in another process, with the same result', async () => {
    const dead = new DeadAt(1);
    const first = await start(dead);
    const { body } = await bring(first, file, { mode: 'acceptGood' });
    await eventually(
      () => dead.reached,
      (n) => n >= 2,
      30_000,
    );
    expect(await read(first, body.id)).toMatchObject({ rows: { inserted: 1_000 }, endedAt: null });

    const second = await start(new DeadAt(0, false));
    expect(await ended(second, body.id, 30_000)).toMatchObject({ state: 'completed', rows: figures });
    expect(await countOf(second, 'hazard')).toBe(1_176);
    expect(await countOf(second, `(SELECT DISTINCT responsible_name FROM hazard) u`)).toBe(1_176);
    expect(await countOf(second, `outbox WHERE type = 'hazard.registered'`)).toBe(1_176);
    expect(await errorsOf(second, body.id)).toHaveLength(24);
  }, 90_000);

  it('leaves the verdicts on the rows that are behind it, whatever is known by then', async () => {
    const dead = new DeadAt(0);
    const first = await start(dead);
    const there = { ...majorRow, creditCode: undefined, unitName: '单位3' };
    await brought(first, csv(table('major', [there])), { mode: 'allOrNothing' });
    const status = `hazard_status JOIN hazard USING (hazard_no) WHERE responsible_name = '单位3'`;
    await eventually(
      () => countOf(first, status),
      (n) => n === 1,
    );
    const { body } = await bring(first, file, { mode: 'acceptGood' });
    await eventually(
      () => dead.reached,
      (n) => n >= 1,
      30_000,
    );
    await first.database.asSuperuser(`UPDATE hazard_status SET state = 'withdrawn'`);

    const second = await start(new DeadAt(0, false));
    expect(await ended(second, body.id, 30_000)).toMatchObject({
      state: 'completed',
      rows: { ...figures, good: 1_175, duplicate: 13, inserted: 1_175 },
    });
    expect((await errorsOf(second, body.id)).find(({ row }) => row === 5)?.code).toBe('import.hazardThere');
  }, 90_000);

  it('is not worked on by a process that was cut off, once another has taken it up', async () => {
    const dead = new DeadAt(0);
    const only = await start(dead);
    const { body } = await bring(only, file, { mode: 'acceptGood' });
    await eventually(
      () => dead.reached,
      (n) => n >= 1,
      30_000,
    );
    const imports = only.app.get(Imports);
    const cutOff = await imports.get(body.id);
    const other = await imports.begin(body.id, new Date());
    expect(other?.attempts).toBe(cutOff.attempts + 1);
    const late = only.app
      .get(UnitOfWork)
      .run({ actor: cutOff.actor, correlationId: 'late' }, (work) => imports.end(work, cutOff, 'failed'));
    await expect(late).rejects.toThrow('taken up by another process');
    expect((await read(only, body.id)).endedAt).toBeNull();
  }, 90_000);

  it('is not given up because the object store is away for long', async () => {
    const only = await start(new DeadAt(0, false));
    const store = only.app.get(ObjectStore);
    const get = store.get.bind(store);
    let asked = 0;
    store.get = () => {
      asked += 1;
      return Promise.reject(new ServerAway('the object store does not answer'));
    };
    const { body } = await bring(only, file, { mode: 'acceptGood' });
    await eventually(
      () => asked,
      (n) => n >= 2,
      30_000,
    );
    const { attempts } = await only.app.get(Imports).get(body.id);
    expect(attempts).toBeLessThanOrEqual(1);
    store.get = get;
    expect(await ended(only, body.id, 30_000)).toMatchObject({ state: 'completed', rows: figures });
  }, 90_000);

  it('goes on in the same process where it only stumbled', async () => {
    const stumbling = new (class extends DeadAt {
      override reach(point: FaultPoint): void {
        if (this.reached < 2) super.reach(point);
      }
    })(0);
    const only = await start(stumbling);
    const { body } = await bring(only, file, { mode: 'acceptGood' });
    expect(await ended(only, body.id, 60_000)).toMatchObject({ state: 'completed', rows: figures });
    expect(await countOf(only, 'hazard')).toBe(1_176);
  }, 90_000);

  it('can be cancelled between two batches: what is in stays in, and is said', async () => {
    const dead = new DeadAt(0);
    const first = await start(dead);
    const { body } = await bring(first, file, { mode: 'acceptGood' });
    await eventually(
      () => dead.reached,
      (n) => n >= 1,
      30_000,
    );
    const asked = await first.as(handler).post<ImportReply>(`/hazards/imports/${body.id}/cancel`, undefined);
    expect(asked.status).toBe(202);
    expect(await ended(first, body.id, 30_000)).toMatchObject({
      state: 'cancelled',
      rows: { inserted: 500 },
    });
    expect(await countOf(first, 'hazard')).toBe(500);
  }, 90_000);

  it('waits for reference data, and can be cancelled while it does', async () => {
    const bare = await createTestTopics();
    try {
      const started = await startTestService(AppModule, {
        service: 'registration',
        topics: bare,
        database,
        settings: { OBJECTS_DIRECTORY: objects },
      });
      service = started;
      const { body } = await bring(started, file);
      await eventually(
        () => read(started, body.id),
        ({ state }) => state === 'waiting',
      );
      const early = await started.as(handler).get<Problem>(`/hazards/imports/${body.id}/errors.xlsx`);
      expect([early.status, early.body.code]).toEqual([409, 'import.notEnded']);
      await started.as(handler).post(`/hazards/imports/${body.id}/cancel`, undefined);
      expect(await ended(started, body.id)).toMatchObject({ state: 'cancelled', rows: { inserted: 0 } });
    } finally {
      await service?.close();
      service = undefined;
      await bare.drop();
    }
  }, 90_000);
});
