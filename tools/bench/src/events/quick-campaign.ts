import { type Campaign, ClockKind, type ClockRule, type Period } from '@bihuan/contracts';
import { clockFacts } from '@bihuan/process-core';

const basis = { origin: 'default', zh: '基准测试用时限', en: 'For benchmarks only' } as const;

/** A reminder and the overdue rung: the handover is answered before the leader is told. */
const ladder: ClockRule['ladder'] = [{ rung: 'reminder', before: { seconds: 2 } }, { rung: 'overdue' }];

/** So many times an overdue clock fires. */
export const RUNGS = ladder.length;

const rule = (kind: ClockKind, period: Period): ClockRule => ({ ...clockFacts[kind], period, ladder, basis });

/** A campaign in which a handover must be acknowledged within seconds, and everything else within a month. */
export function quickCampaign(code: string): Campaign {
  const month = Object.fromEntries(ClockKind.options.map((kind) => [kind, rule(kind, { days: 30 })]));
  return {
    code,
    nameZh: `基准测试 ${code}`,
    nameEn: `Benchmark ${code}`,
    startsOn: '2023-10-01',
    endsOn: '2023-12-31',
    fields: [],
    policies: [
      {
        version: 1,
        effectiveFrom: '2023-10-01',
        dayEnds: '18:00',
        noticeHours: { from: '00:00', to: '24:00' },
        clocks: { ...month, acknowledge: rule('acknowledge', { seconds: 6 }) },
        demonstration: true,
      },
    ],
  };
}
