import type { Campaign, ClockKind, ClockRule, Period, Policy } from '@bihuan/contracts';
import { clockFacts } from '@bihuan/process-core';

const basis = { origin: 'default', zh: '演示用时限', en: 'For the demonstration only' } as const;

/** The rungs of the real ladders, seconds apart instead of working days. */
const ladder: ClockRule['ladder'] = [
  { rung: 'reminder', before: { seconds: 6 } },
  { rung: 'overdue' },
  { rung: 'leader', after: { seconds: 6 } },
  { rung: 'interview', after: { seconds: 12 } },
];

const quick = (kind: ClockKind, period: Period): ClockRule => ({
  ...clockFacts[kind],
  period,
  ladder,
  basis,
});

const periods: Record<ClockKind, Period> = {
  handOver: { seconds: 60 },
  acknowledge: { seconds: 15 },
  refusalDecision: { seconds: 60 },
  plan: { seconds: 120 },
  progress: { seconds: 120 },
  rectify: { days: 30 },
  accept: { seconds: 120 },
  strikeOff: { seconds: 120 },
  listing: { seconds: 120 },
  publishListing: { seconds: 120 },
  publishStrikeOff: { seconds: 120 },
  penaltyPublication: { seconds: 120 },
  monthlyEdition: { days: 5 },
  extensionDecision: { seconds: 120 },
  interviewHeld: { days: 7 },
  interviewReply: { workingDays: 5 },
};

/** A campaign of the story's own: seconds instead of days, notices round the clock. */
export function storyCampaign(code: string, today: string, endsOn: string): Campaign {
  const policy: Policy = {
    version: 1,
    effectiveFrom: today,
    dayEnds: '18:00',
    noticeHours: { from: '00:00', to: '24:00' },
    clocks: Object.fromEntries(
      Object.entries(periods).map(([kind, period]) => [kind, quick(kind as ClockKind, period)]),
    ),
    demonstration: true,
  };
  return {
    code,
    nameZh: `演示专项行动 ${code}`,
    nameEn: `Demonstration campaign ${code}`,
    startsOn: today,
    endsOn,
    fields: [],
    policies: [policy],
  };
}
