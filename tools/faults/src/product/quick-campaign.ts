import { type Campaign, ClockKind, type ClockRule, type Period, type Rung } from '@bihuan/contracts';
import { clockFacts } from '@bihuan/process-core';

const basis = { origin: 'default', zh: '故障试验用', en: 'For trials of faults' } as const;
const rule = (kind: ClockKind, period: Period, ladder: Rung[] = [{ rung: 'overdue' }]): ClockRule => ({
  ...clockFacts[kind],
  period,
  ladder,
  basis,
});

/**
 * A campaign in which acknowledging takes seconds and everything else a month.
 *
 * @param seconds until it is overdue
 * @param ladder of acknowledging; if left out, nothing comes after that
 */
export function quickCampaign(code: string, seconds: number, ladder?: Rung[]): Campaign {
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
          ...(Object.fromEntries(ClockKind.options.map((kind) => [kind, rule(kind, { days: 30 })])) as Record<
            ClockKind,
            ClockRule
          >),
          acknowledge: rule('acknowledge', { seconds }, ladder),
        },
        demonstration: true,
      },
    ],
  };
}
