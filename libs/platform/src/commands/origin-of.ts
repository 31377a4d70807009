import type { CommandSource } from './command-source.ts';
import type { Origin } from './work.ts';

/** Where the work of a command comes from. */
export function originOf({ caller, requestId, address }: CommandSource): Origin {
  return {
    actor: caller.actor(),
    correlationId: requestId,
    ...(address === undefined ? {} : { source: address }),
  };
}
