import { OwnerClocks, type OfficeHeld, type Scope } from '@bihuan/contracts';
import { ReferenceBook } from '@bihuan/platform/reference';
import { publishFacts } from '@bihuan/testing/facts';
import {
  type CallerOptions,
  type ServiceAgent,
  startTestService,
  type TestService,
} from '@bihuan/testing/service';
import { eventually } from '@bihuan/testing/temporal';
import { AppModule } from '../app.module.ts';
import type { FactOfCase } from '../messaging/case-facts.ts';
import { referenceMessages } from './reference.ts';

type Office = Partial<OfficeHeld> & Pick<OfficeHeld, 'orgCode' | 'role'>;

function caller(person: string, office: Office, scope: Partial<Scope>): CallerOptions {
  return {
    person,
    office: { campaignOffice: office.orgCode === 'SX-OFFICE', ...office },
    scope: { orgs: [office.orgCode], ...scope },
  };
}

function ofCity(person: string, role: OfficeHeld['role'], place = '140100'): CallerOptions {
  return caller(person, { orgCode: `GOV-${place}`, level: 'city', role }, { cities: [place] });
}

function ofDepartment(person: string, orgCode: string, fields: string[]): CallerOptions {
  return caller(person, { orgCode, level: 'provincialDepartment', role: 'handler' }, { fields });
}

/** Who comes to supervision in the tests, as the gateway would vouch for them. */
export const callers = {
  enterprise: caller(
    'enterprise',
    { orgCode: 'ENT-DEMO', level: 'enterprise', role: 'enterprise' },
    { units: ['91330424MA28AQAQXU'] },
  ),
  cityHandler: ofCity('taiyuan.handler', 'handler'),
  cityLeader: ofCity('taiyuan.leader', 'leader'),
  otherCity: ofCity('datong.handler', 'handler', '140200'),
  otherCityLeader: ofCity('datong.leader', 'leader', '140200'),
  countyHandler: caller(
    'xiaodian.handler',
    { orgCode: 'GOV-140105', level: 'county', role: 'handler' },
    { counties: ['140105'] },
  ),
  lead: ofDepartment('zjt.handler', 'SX-ZJT', ['gas']),
  coDepartment: ofDepartment('jtt.handler', 'SX-JTT', ['road']),
  otherDepartment: ofDepartment('yjt.handler', 'SX-YJT', ['coal']),
  officeHandler: caller('office.handler', { orgCode: 'SX-OFFICE', role: 'handler' }, { all: true }),
  officeLeader: caller('office.leader', { orgCode: 'SX-OFFICE', role: 'leader' }, { all: true }),
  governor: caller('governor', { orgCode: 'SX-GOV', role: 'governor' }, { all: true }),
} satisfies Record<string, CallerOptions>;

export type CallerName = keyof typeof callers;

export const plan = {
  goalAndTask: '更换不合格气瓶',
  methodAndMeasures: '逐瓶核查登记',
  fundsAndMaterials: '自筹 12 万元',
  organisationAndPersons: '安全科实施',
  timeAndRequirement: '整改期限内完成',
  safetyAndContingency: '停止充装，设警戒',
  funds: 12.5,
};

/** The service over real servers, with its reference data there and business time at 15:00 of the first day. */
export interface SupervisionWorld {
  readonly service: TestService;
  as(name: CallerName): ServiceAgent;
  /** Publishes facts of the other services and waits until each was taken in. */
  hear(facts: readonly FactOfCase[]): Promise<void>;
  /** The clocks of a hazard by kind and number, e.g. `rectify`, `progress.2`. */
  clocks(no: string): Promise<Record<string, OwnerClocks['clocks'][number]>>;
  rows<T>(sql: string, params?: readonly unknown[]): Promise<T[]>;
  close(): Promise<void>;
}
type OwnerClocks = ReturnType<typeof OwnerClocks.parse>;

export async function startSupervision(now = '2023-10-09T15:00:00+08:00'): Promise<SupervisionWorld> {
  const service = await startTestService(AppModule, { service: 'supervision', now });
  const book = service.app.get(ReferenceBook, { strict: false });
  await service.topics.write('reference', referenceMessages());
  await eventually(() => book.ready(), Boolean);
  const rows = async <T>(sql: string, params: readonly unknown[] = []) =>
    (await service.database.asSuperuser(sql, params)) as T[];

  return {
    service,
    rows,
    as: (name) => service.as(callers[name]),
    async hear(facts) {
      await publishFacts(service.topics, facts);
      const ids = [...new Set(facts.map(({ id }) => id))];
      await eventually(
        () => rows(`SELECT 1 FROM inbox WHERE message_id = ANY($1::uuid[])`, [ids]),
        (known) => known.length === ids.length,
      );
    },
    async clocks(no) {
      const answer = await service.as(callers.officeHandler).get(`/hazards/${no}/clocks`);
      const { clocks } = OwnerClocks.parse(answer.body);
      return Object.fromEntries(clocks.map((clock) => [nameOf(clock, no), clock]));
    },
    close: () => service.close(),
  };
}

function nameOf({ kind, clockId }: { kind: string; clockId: string }, no: string): string {
  return clockId.replace(`supervision.${kind}.${no}`, kind);
}
