import type { OfficeHeld } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import { OutboxNudge, PostgresUnitOfWork, type Work } from '@bihuan/platform/commands';
import { assertNoDrift, openDatabase } from '@bihuan/platform/persistence';
import { createTestDatabase } from '@bihuan/testing/postgres';
import { ManualBusinessClock } from '@bihuan/testing/time';
import { LoadSeed } from './load-seed.ts';
import { ReferenceRegister } from './reference-register.ts';
import { migrations } from '../persistence/migrations/index.ts';
import { ReferenceMaster } from '../persistence/reference-master.entity.ts';
import { ReferenceMasters } from '../persistence/reference-masters.repository.ts';
import { SeedRun } from '../persistence/seed-run.entity.ts';
import { SeedRuns } from '../persistence/seed-runs.repository.ts';

/** A published item as it lies in the outbox. */
export interface Announced {
  readonly key: string;
  readonly data: { readonly kind: string; readonly version: number; readonly body: Record<string, unknown> };
}

export type ReferenceBench = Awaited<ReturnType<typeof openReferenceBench>>;

/** campaign's own rooms on a real database of their own; business time stands at Monday 9 October 2023, 09:00 in Shanxi. */
export async function openReferenceBench() {
  const database = await createTestDatabase('campaign');
  const entities = [ReferenceMaster, SeedRun];
  const dataSource = await openDatabase({ url: database.url, schema: database.schema, entities, migrations });
  const clock = new ManualBusinessClock('2023-10-09T09:00:00+08:00');
  const unitOfWork = new PostgresUnitOfWork(dataSource, clock, new OutboxNudge(dataSource));
  const masters = new ReferenceMasters(dataSource);
  const register = new ReferenceRegister(masters);
  const seed = new LoadSeed(new SeedRuns(), masters, register);
  const origin = { actor: campaignHandler.actor(), correlationId: 'test' };

  const announced = (after = 0): Promise<Announced[]> =>
    dataSource.query(`SELECT key, envelope->'data' AS data FROM outbox ORDER BY seq OFFSET $1`, [after]);
  const notes = async () => (await dataSource.query<unknown[]>(`SELECT 1 FROM audit_entry`)).length;

  return {
    dataSource,
    clock,
    masters,
    register,
    loadSeed: () => unitOfWork.run(origin, (work) => seed.execute(work)),
    announced,
    notes,
    rows: () =>
      dataSource.query<unknown[]>(`SELECT * FROM reference_master ORDER BY kind, code, effective_from`),
    assertNoDrift: () => assertNoDrift(dataSource),
    run: <T>(body: (work: Work) => Promise<T>) => unitOfWork.run(origin, body),
    /** What a deed answered or threw, which items it published, in order, and how many audit notes it left. */
    async effectsOf(deed: () => Promise<unknown>) {
      const [eventsBefore, notesBefore] = [(await announced()).length, await notes()];
      const result = await deed().catch((error: unknown) => error);
      return { result, events: await announced(eventsBefore), notes: (await notes()) - notesBefore };
    },
    async close() {
      await dataSource.destroy();
      await database.drop();
    },
  };
}

function callerOf(person: string, office: OfficeHeld): Caller {
  const scope = { all: true, cities: [], counties: [], fields: [], units: [], orgs: [] };
  return new Caller({ sub: person, name: office.orgName, offices: [office], scope }, 'zh-CN', 'test');
}

export const campaignHandler = callerOf('office.handler', {
  orgCode: 'SX-OFFICE',
  orgName: '领导组办公室',
  level: 'province',
  role: 'handler',
  campaignOffice: true,
});

export const departmentHandler = callerOf('yjt.handler', {
  orgCode: 'SX-YJT',
  orgName: '省应急管理厅',
  level: 'provincialDepartment',
  role: 'handler',
  campaignOffice: false,
});
