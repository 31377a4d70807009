import type { Organisation, Track } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';
import type { ReferenceBook } from '@bihuan/platform/reference';
import { mayPassOn, mayTake } from '@bihuan/process-core';

interface Held {
  readonly track: Track;
  /** Null where nobody has it. */
  readonly orgCode: string | null;
}

/**
 * The organisation that the office gives a handover to: one of the kind that takes its track, and not the one that has it.
 * @throws organisation.unknown, handover.wrongTarget
 */
export function targetOf(
  reference: ReferenceBook,
  { track, orgCode }: Held,
  toOrgCode: string,
  today: string,
): Organisation {
  const target = reference.requireOrganisation(toOrgCode, today, '/toOrgCode');
  if (target.code === orgCode || !mayTake(track, target)) throw wrongTarget();
  return target;
}

/**
 * The organisation that the addressee passes a handover on to, a county of the addressed city among them.
 * @throws organisation.unknown, handover.wrongTarget
 */
export function transferTargetOf(
  reference: ReferenceBook,
  { track, orgCode }: Held & { readonly orgCode: string },
  toOrgCode: string,
  today: string,
): Organisation {
  const target = reference.requireOrganisation(toOrgCode, today, '/toOrgCode');
  const from = reference.requireOrganisation(orgCode, today);
  if (target.code === orgCode || !mayPassOn(track, from, target)) throw wrongTarget();
  return target;
}

function wrongTarget(): DomainError {
  return new DomainError('handover.wrongTarget', { pointer: '/toOrgCode' });
}
