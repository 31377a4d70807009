import { NotificationKind } from '@bihuan/contracts';
import { isInterview } from './interview-message.ts';

/** Messages that are taken back with their hazard. What becomes of an interview is told by facts of its own. */
export const kindsTakenBack: readonly NotificationKind[] = NotificationKind.options.filter(
  (kind) => kind !== 'escalation.revoked' && !isInterview(kind),
);

export function isTakenBack(kind: string): boolean {
  return kindsTakenBack.some((one) => one === kind);
}
