import type {
  Campaign,
  LeadingGroup,
  NotificationReply,
  Office,
  OrganisationLevel,
  ReferenceItem,
  Role,
} from '@bihuan/contracts';
import { ReferenceBook } from '@bihuan/platform/reference';
import { type HazardFact, publishFacts } from '@bihuan/testing/facts';
import { publishReference, referenceItem, smallProvince, testPolicy } from '@bihuan/testing/reference';
import { type ServiceAgent, startTestService } from '@bihuan/testing/service';
import { eventually } from '@bihuan/testing/temporal';
import { AppModule } from '../app.module.ts';

export type NotificationWorld = Awaited<ReturnType<typeof startNotification>>;

/** Reads messages in the product alone. */
const withoutMailbox: ReadonlySet<string> = new Set(['vice-governor.other', 'sx-office-handler']);

/** A small province with its leaders; notices from 08:00 to 20:00. */
function province(): ReferenceItem[] {
  const office = (orgCode: string, role: Role, person: string) =>
    referenceItem('office', person, {
      code: person,
      person,
      titleZh: person,
      titleEn: person,
      orgCode,
      role,
      ...(withoutMailbox.has(person) ? {} : { email: `${person}@bihuan.example` }),
    } satisfies Office);
  const group = (level: LeadingGroup['level'], subject: string, leaders: string[]) =>
    referenceItem('leadingGroup', `LG-${subject}`, {
      code: `LG-${subject}`,
      nameZh: subject,
      nameEn: subject,
      level,
      subject,
      leaders,
    });
  const strikeOff = { ...testPolicy.clocks.strikeOff, trackToZero: true };
  const policy = {
    ...testPolicy,
    noticeHours: { from: '08:00', to: '20:00' },
    clocks: { ...testPolicy.clocks, strikeOff },
  };
  const byDay = (item: ReferenceItem): ReferenceItem =>
    item.kind === 'campaign' ? { ...item, body: { ...(item.body as Campaign), policies: [policy] } } : item;
  return [
    ...smallProvince().map(byDay),
    office('SX', 'governor', 'governor'),
    office('SX', 'viceGovernor', 'vice-governor'),
    office('SX', 'viceGovernor', 'vice-governor.other'),
    office('SX-OFFICE', 'handler', 'sx-office-handler'),
    office('SX-HOUSING', 'handler', 'housing-handler'),
    office('TY', 'leader', 'ty-leader'),
    office('TY', 'leader', 'ty-party-leader'),
    group('province', '140000', ['governor']),
    group('city', '140100', ['ty-party-leader', 'ty-leader']),
  ];
}

/**
 * notification as a real service over real servers; business time stands at Monday 9 October 2023, 09:00 in Shanxi.
 *
 * @param settings of its ways outside; left out: no mail, no webhooks on this machine
 */
export async function startNotification(settings: Readonly<Record<string, string>> = {}) {
  const service = await startTestService(AppModule, {
    service: 'notification',
    settings: { PUBLIC_URL: 'https://bihuan.example', ...settings },
  });
  await publishReference(service.topics, province());
  await eventually(() => service.app.get(ReferenceBook).ready(), Boolean);

  const as = (
    orgCode: string,
    role: Role,
    person = `${orgCode}.${role}`,
    level: OrganisationLevel = 'city',
  ): ServiceAgent =>
    service.as({
      person,
      office: { orgCode, role, level, campaignOffice: orgCode === 'SX-OFFICE' },
      scope: {},
    });
  const rows = (sql: string, params: readonly unknown[] = []) => service.database.asSuperuser(sql, params);
  const page = async (agent: ServiceAgent, query = '') =>
    (await agent.get<{ items: NotificationReply[]; next: string | null }>(`/notifications${query}`)).body;

  return {
    service,
    as,
    rows,
    page,
    /** Publishes facts and waits until all of them have been handled. */
    async hear(facts: readonly HazardFact[]) {
      const ids = [...new Set(facts.map(({ id }) => id))];
      await publishFacts(service.topics, facts);
      await eventually(
        () => rows(`SELECT 1 FROM inbox WHERE message_id = ANY($1)`, [ids]),
        (found) => found.length === ids.length,
      );
    },
    /** Everything sent about a hazard: what and to whom, in no order. */
    async sent(hazardNo: string): Promise<string[]> {
      const found = await rows(
        `SELECT concat_ws(' ', kind, org_code, role, person) AS line FROM notification WHERE hazard_no = $1`,
        [hazardNo],
      );
      return found.map(({ line }) => String(line)).sort();
    },
    close: () => service.close(),
  };
}
