import type { ClockKind, EventOf, RungName } from '@bihuan/contracts';
import { eventOf } from '@bihuan/testing/facts';

interface RungOf {
  readonly owner?: 'handover' | 'supervision' | 'disclosure';
  readonly kind?: ClockKind;
  readonly subject?: string;
  readonly rung?: RungName;
  readonly orgCode?: string;
  readonly orgName?: string;
  readonly at?: string;
  readonly dueAt?: string;
}

export const due = '2023-10-27T10:00:00.000Z';
/** Seven working days later. */
export const lastRungAt = '2023-11-07T10:00:00.000Z';

/** A rung of a hazard's clock, the last one of Taiyuan's rectification if nothing else is said. */
export function rungOf(hazardNo: string, of: RungOf = {}): EventOf<'clock.rungTaken'> {
  const {
    owner = 'supervision',
    kind = 'rectify',
    subject = hazardNo,
    at = lastRungAt,
    rung = 'interview',
  } = of;
  const { orgCode = 'GOV-140100', orgName = '太原市人民政府', dueAt = due } = of;
  const clock = { clockId: `${owner}.${kind}.${subject}`, kind, hazardNo, due: dueAt };
  const waitsFor = { orgCode, orgName };
  return eventOf('clock.rungTaken', { ...clock, rung, skipped: [], waitsFor }, at);
}

/** The last rung of the clock of a month's edition, which belongs to no hazard. */
export function rungOfEdition(month: string, campaignCode = 'SX2023'): EventOf<'obligation.rungTaken'> {
  const data = {
    clockId: `disclosure.monthlyEdition.${campaignCode}.${month}`,
    kind: 'monthlyEdition' as const,
    rung: 'interview' as const,
    due,
    skipped: [],
    waitsFor: { orgCode: 'SX-OFFICE', orgName: '省专项行动领导组办公室' },
    subject: { kind: 'monthlyEdition' as const, campaignCode, month },
    title: { zh: `${month}月度公开`, en: `Edition of ${month}` },
  };
  return eventOf('obligation.rungTaken', data, lastRungAt);
}
