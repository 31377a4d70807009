import { type NotificationKind, RungName } from '@bihuan/contracts';
import { isEscalation } from '@bihuan/process-core';

/** Messages that their recipients are to acknowledge: rungs of the ladder from the due on. */
export const escalationKinds: readonly NotificationKind[] = RungName.options
  .filter(isEscalation)
  .flatMap((rung) => [`clock.${rung}` as const, `obligation.${rung}` as const]);

export function needsAcknowledgement(kind: NotificationKind): boolean {
  return escalationKinds.includes(kind);
}
