import type {
  AcknowledgeHandover,
  ClockReply,
  HandoverReply,
  PastHandovers,
  RefuseHandover,
} from '@bihuan/contracts';
import { serviceActor, UnitOfWork } from '@bihuan/platform/commands';
import { ReferenceBook } from '@bihuan/platform/reference';
import { type HazardFact, publishFacts } from '@bihuan/testing/facts';
import { publishReference, referenceItem, smallProvince, testPolicy } from '@bihuan/testing/reference';
import { type CallerOptions, startTestService } from '@bihuan/testing/service';
import { eventually } from '@bihuan/testing/temporal';
import { AppModule } from '../app.module.ts';
import { DispatchHandovers } from '../domain/dispatch-handovers.ts';

export type HandoverWorld = Awaited<ReturnType<typeof startHandover>>;

export interface Problem {
  readonly code: string;
}

/** A hazard registered on Monday 9 October at 09:00. */
export const hazard = (
  serial: number,
  differing: { fieldCode?: string; placeCode?: string; campaignCode?: string } = {},
) => ({
  hazardNo: `${differing.campaignCode ?? 'SX2023'}-140105-GAS-202310-${String(serial).padStart(5, '0')}0`,
  campaignCode: 'SX2023',
  placeCode: '140105',
  cityCode: '140100',
  fieldCode: 'gas',
  registeredAt: '2023-10-09T01:00:00.000Z',
  ...differing,
});

/** What an organisation says when it takes a hazard on. */
export const takenOn = {
  responsiblePerson: { name: '燃气科负责人', phone: '0351-4000001' },
  leader: { name: '分管负责人' },
} satisfies AcknowledgeHandover;

/** Why it is refused. */
export const notOurs = { reasonCode: 'notOurPlace', reason: '不在本市辖区' } satisfies RefuseHandover;

/** Who comes to handover, as the gateway vouches for them. */
export const callers = {
  city: {
    person: 'ty-handler',
    office: { orgCode: 'TY', level: 'city', campaignOffice: false },
    scope: { cities: ['140100'] },
  },
  department: {
    person: 'housing-handler',
    office: { orgCode: 'SX-HOUSING', level: 'provincialDepartment', campaignOffice: false },
    scope: { fields: ['gas'] },
  },
  datong: {
    person: 'dt-handler',
    office: { orgCode: 'DT', level: 'city', campaignOffice: false },
    scope: { cities: ['140200'], orgs: ['DT'] },
  },
  xiaodian: {
    person: 'xd-handler',
    office: { orgCode: 'XD', level: 'county', campaignOffice: false },
    scope: { counties: ['140105'], orgs: ['XD'] },
  },
  yingze: {
    person: 'yz-handler',
    office: { orgCode: 'YZ', level: 'county', campaignOffice: false },
    scope: { counties: ['140106'], orgs: ['YZ'] },
  },
  governor: {
    person: 'governor',
    office: { orgCode: 'SX', role: 'governor', campaignOffice: false },
  },
  viceGovernor: {
    person: 'vice-governor',
    office: { orgCode: 'SX', role: 'viceGovernor', campaignOffice: false },
    scope: { fields: ['gas'], orgs: ['SX'] },
  },
  // The operations account sits in the campaign office and sees all it sees.
  operations: {
    person: 'operations',
    office: { orgCode: 'SX-OFFICE', role: 'operations', campaignOffice: true },
  },
} satisfies Record<string, CallerOptions>;

const field = (code: string, leadOrg: string) =>
  referenceItem('field', code, {
    code,
    letters: code.slice(0, 3).toUpperCase(),
    nameZh: code,
    nameEn: code,
    leadOrg,
    coOrgs: [],
    viceGovernor: 'vice-governor',
    newForm: true,
  });
const countyGovernment = (code: string, nameZh: string, placeCode: string, parentCode: string) =>
  referenceItem('organisation', code, {
    ...{ code, nameZh, nameEn: code, level: 'county', parentCode, placeCode },
    ...{ campaignOffice: false, creditCode: null },
  });
const county = (code: string, cityCode: string) =>
  referenceItem('place', code, { code, nameZh: code, nameEn: code, level: 'county', cityCode });

/**
 * A field whose department is gone, one of the same lead as gas and one of another; counties of Taiyuan, of Datong and
 * of a city without a government, some with governments; and a campaign that gives five days to hand over from 10 October on.
 */
function differences() {
  const clocks = {
    ...testPolicy.clocks,
    handOver: { ...testPolicy.clocks.handOver, period: { workingDays: 5 } },
  };
  return [
    field('orphan', 'GONE'),
    field('pipe', 'SX-HOUSING'),
    field('mall', 'SX-COMMERCE'),
    county('140106', '140100'),
    county('140212', '140200'),
    county('140902', '140900'),
    countyGovernment('XD', '太原市小店区人民政府', '140105', 'TY'),
    countyGovernment('YZ', '太原市迎泽区人民政府', '140106', 'TY'),
    countyGovernment('YG', '大同市云冈区人民政府', '140212', 'DT'),
    referenceItem('campaign', 'SX2023B', {
      code: 'SX2023B',
      nameZh: '后改政策的行动',
      nameEn: 'Campaign with a later policy',
      startsOn: '2023-04-25',
      endsOn: '2023-12-31',
      fields: [],
      policies: [testPolicy, { ...testPolicy, version: 2, effectiveFrom: '2023-10-10', clocks }],
    }),
  ];
}

/** The service over real servers, with its reference data there. */
export async function startHandover() {
  const service = await startTestService(AppModule, { service: 'handover' });
  await publishReference(service.topics, [...smallProvince(), ...differences()]);
  const book = service.app.get(ReferenceBook);
  await eventually(() => book.ready(), Boolean);
  const office = service.as();

  const handoversOf = async (hazardNo: string): Promise<HandoverReply[]> => {
    const { body } = await office.get<{ items: HandoverReply[] }>(`/handovers?hazardNo=${hazardNo}`);
    return body.items;
  };
  const clocksOf = async (hazardNo: string): Promise<ClockReply[]> => {
    const { body } = await office.get<{ clocks: ClockReply[] }>(`/hazards/${hazardNo}/clocks`);
    return body.clocks;
  };
  const rows = async (sql: string, params: readonly unknown[]) =>
    service.database.asSuperuser(sql, [...params]);
  return {
    service,
    rows,
    /** Publishes facts of registration and waits until each was taken in. */
    async hear(...facts: readonly HazardFact[]): Promise<void> {
      await publishFacts(service.topics, facts);
      const ids = [...new Set(facts.map(({ id }) => id))];
      await eventually(
        () => rows(`SELECT 1 FROM inbox WHERE message_id = ANY($1::uuid[])`, [ids]),
        ({ length }) => length === ids.length,
      );
    },
    /** Types of the facts that were announced of a hazard, in order. */
    async told(hazardNo: string): Promise<string[]> {
      const told = await rows(`SELECT type FROM outbox WHERE key = $1 ORDER BY seq`, [hazardNo]);
      return told.map(({ type }) => String(type));
    },
    handoversOf,
    clocksOf,
    dispatch: (of: ReturnType<typeof hazard> & { past?: PastHandovers }) =>
      service.app
        .get(UnitOfWork)
        .run({ actor: serviceActor('test'), correlationId: of.hazardNo }, (work) =>
          service.app.get(DispatchHandovers).execute(work, of),
        ),
    /** The handover of a track that waits for its answer. */
    async ofTrack(hazardNo: string, track: string): Promise<HandoverReply> {
      const found = (await handoversOf(hazardNo)).find(
        (handover) => handover.track === track && handover.status === 'dispatched',
      );
      if (!found) throw new Error(`no open ${track} handover of ${hazardNo}`);
      return found;
    },
    /** The clock of a kind, of one subject where there are several. */
    async clock(hazardNo: string, kind: string, subject = ''): Promise<ClockReply | undefined> {
      return (await clocksOf(hazardNo)).find(
        (clock) => clock.kind === kind && clock.clockId.endsWith(subject),
      );
    },
  };
}
