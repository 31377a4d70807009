import type { Campaign, ClockKind, ClockRule, Period, Policy } from '@bihuan/contracts';
import { addMonths, clockFacts } from '@bihuan/process-core';

const basis = { origin: 'default', zh: '演示用时限', en: 'For the demonstration only' } as const;

/** The rungs of the real ladders, so many seconds apart instead of working days. */
const ladder = (apart: number): ClockRule['ladder'] => [
  { rung: 'reminder', before: { seconds: apart } },
  { rung: 'overdue' },
  { rung: 'leader', after: { seconds: apart } },
  { rung: 'interview', after: { seconds: 2 * apart } },
];

const quick = (kind: ClockKind, period: Period, apart: number): ClockRule => ({
  ...clockFacts[kind],
  period,
  ladder: ladder(apart),
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
export function storyCampaign(code: string, today: string): Campaign {
  const clocks = Object.fromEntries(
    Object.entries(periods).map(([kind, period]) => [kind, quick(kind as ClockKind, period, 6)]),
  );
  return campaign(code, today, { ...roundTheClock, clocks });
}

/** Only the answer to a handover takes seconds, and its rungs are far enough apart to act between two of them. */
export function quickAnswers(code: string, today: string): Campaign {
  const clocks = { acknowledge: quick('acknowledge', { seconds: 20 }, 10) };
  return campaign(code, today, { ...roundTheClock, clocks });
}

/** The product's own figures, as in the real campaign. */
export function realFigures(code: string, today: string): Campaign {
  return campaign(code, today, {
    noticeHours: { from: '08:00', to: '20:00' },
    clocks: {},
    demonstration: false,
  });
}

const roundTheClock = { noticeHours: { from: '00:00', to: '24:00' }, demonstration: true } as const;

function campaign(
  code: string,
  today: string,
  own: Pick<Policy, 'clocks' | 'noticeHours' | 'demonstration'>,
): Campaign {
  return {
    code,
    nameZh: `演示专项行动 ${code}`,
    nameEn: `Demonstration campaign ${code}`,
    startsOn: today,
    endsOn: addMonths(today, 12),
    fields: [],
    policies: [{ version: 1, effectiveFrom: today, dayEnds: '18:00', ...own }],
  };
}
