import type { RegisterHazard, Responsible } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';
import type { ReferenceBook } from '@bihuan/platform/reference';
import { isCreditCode } from '@bihuan/process-core';

/**
 * The unit, its credit code checked, or the body that must act where no operating entity exists.
 * @throws unit.creditCodeInvalid, organisation.unknown
 */
export function responsibleOf(
  reference: ReferenceBook,
  input: RegisterHazard['responsible'],
  today: string,
): Responsible {
  if (input.type === 'body') {
    const orgCode = input.orgCode
      ? reference.requireOrganisation(input.orgCode, today, '/responsible/orgCode').code
      : null;
    return { type: 'body', name: input.name, orgCode };
  }
  if (!isCreditCode(input.creditCode))
    throw new DomainError('unit.creditCodeInvalid', { pointer: '/responsible/creditCode' });
  return input;
}
