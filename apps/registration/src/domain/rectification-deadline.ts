import type { Policy } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';
import {
  addMonths,
  clockRuleOf,
  dueOf,
  dueOfNamedDate,
  toLocalDate,
  type WorkingCalendar,
} from '@bihuan/process-core';

/**
 * End of the rectification period: the named date at the end of its day (never moved by the calendar), or the
 * policy's period from now. At most one year (Qingdao 3+X rule, 2012).
 * @throws hazard.deadlinePast, hazard.deadlineTooFar
 */
export function rectificationDeadline(
  named: string | undefined,
  now: Date,
  policy: Policy,
  calendar: WorkingCalendar,
): Date {
  if (named === undefined)
    return dueOf(now, clockRuleOf(policy, 'rectify').period, calendar, policy.dayEnds).due;
  const deadline = dueOfNamedDate(named, policy.dayEnds);
  if (deadline <= now) throw new DomainError('hazard.deadlinePast', { pointer: '/deadline' });
  if (named > addMonths(toLocalDate(now), 12))
    throw new DomainError('hazard.deadlineTooFar', { pointer: '/deadline' });
  return deadline;
}
