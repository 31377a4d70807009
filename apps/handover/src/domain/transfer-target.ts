import type { Organisation, Track } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';
import type { ReferenceBook } from '@bihuan/platform/reference';
import { mayTake } from '@bihuan/process-core';

/**
 * The organisation a handover may go to: one of the kind that takes its track, and not the one that has it.
 * @throws organisation.unknown, handover.wrongTarget
 */
export function targetOf(
  reference: ReferenceBook,
  handover: { readonly track: Track; readonly orgCode: string | null },
  toOrgCode: string,
  today: string,
): Organisation {
  const target = reference.requireOrganisation(toOrgCode, today, '/toOrgCode');
  if (!mayTake(handover.track, target) || target.code === handover.orgCode)
    throw new DomainError('handover.wrongTarget', { pointer: '/toOrgCode' });
  return target;
}
