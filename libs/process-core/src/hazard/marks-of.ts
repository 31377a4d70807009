import type { Marks } from '@bihuan/contracts';
import type { HazardFacts } from './hazard-facts.ts';
import { bothDispatchedAt, lastDispatchedAt } from './state-of.ts';

/**
 * The five marks of the loop 五环节, each with the first and last time it was reached. The loop does not hear of
 * progress and completion, so its `supervised` may span less than a projection's.
 */
export function marksOf(facts: HazardFacts): Marks {
  const { registeredAt, disclosed, supervised, assessed } = facts;
  const handedOver = bothDispatchedAt(facts);
  return {
    ...(registeredAt && { found: { first: registeredAt, last: registeredAt } }),
    ...(handedOver && { handedOver: { first: handedOver, last: lastDispatchedAt(facts) ?? handedOver } }),
    ...(disclosed && { disclosed }),
    ...(supervised && { supervised }),
    ...(assessed && { assessed }),
  };
}
