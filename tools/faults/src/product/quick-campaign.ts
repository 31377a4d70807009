import { type Campaign, ClockKind, type ClockRule, type Period } from '@bihuan/contracts';

const basis = { origin: 'default', zh: '故障试验用', en: 'For trials of faults' } as const;
const rule = (period: Period): ClockRule => ({ period, ladder: [{ rung: 'overdue' }], basis });

/** A campaign in which acknowledging takes seconds and everything else a month. @param seconds until it is overdue */
export function quickCampaign(code: string, seconds: number): Campaign {
  const month = rule({ days: 30 });
  return {
    code,
    nameZh: `故障试验 ${code}`,
    nameEn: `Trial of faults ${code}`,
    startsOn: '2023-10-01',
    endsOn: '2023-12-31',
    fields: [],
    policies: [
      {
        version: 1,
        effectiveFrom: '2023-10-01',
        dayEnds: '18:00',
        noticeHours: { from: '00:00', to: '24:00' },
        clocks: {
          ...(Object.fromEntries(ClockKind.options.map((kind) => [kind, month])) as Record<
            ClockKind,
            ClockRule
          >),
          acknowledge: rule({ seconds }),
        },
        demonstration: true,
      },
    ],
  };
}
