import type { Policy } from '@bihuan/contracts';
import { defaultClocks, defaultMonthly } from '@bihuan/process-core';

/** First version of the policy: every clock with the product's own rule, written out so that it can be seen and edited. */
export function buildPolicy(effectiveFrom: string): Policy {
  return {
    version: 1,
    effectiveFrom,
    dayEnds: '18:00',
    noticeHours: { from: '08:00', to: '20:00' },
    demonstration: false,
    clocks: { ...defaultClocks },
    monthly: defaultMonthly,
  };
}
