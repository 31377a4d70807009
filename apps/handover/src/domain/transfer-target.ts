import type { Organisation, OrganisationLevel, Track } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';
import type { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';

const takes: Record<Track, readonly OrganisationLevel[]> = {
  territorial: ['city', 'county'],
  industry: ['provincialDepartment'],
};

/**
 * The organisation a handover may go to: a government on the territorial track, a provincial department on the
 * industry track, and not the one that has it.
 * @throws organisation.unknown, handover.wrongTarget
 */
export function targetOf(
  reference: ReferenceBook,
  handover: { readonly track: Track; readonly orgCode: string | null },
  toOrgCode: string,
  now: Date,
): Organisation {
  const target = reference.requireOrganisation(toOrgCode, toLocalDate(now), '/toOrgCode');
  if (!takes[handover.track].includes(target.level) || target.code === handover.orgCode)
    throw new DomainError('handover.wrongTarget', { pointer: '/toOrgCode' });
  return target;
}
