import { Caller } from '@bihuan/platform/auth';
import { DomainError } from '@bihuan/platform/errors';

/** @throws DomainError `auth.notAllowed` unless the caller assesses for the campaign office; its operators do not */
export function requireAssessor(caller: Caller): void {
  if (!caller.ofCampaignOffice('handler', 'leader', 'system')) throw new DomainError('auth.notAllowed');
}

/**
 * A ranking is for every department, whatever its own city or field; enterprises are not ranked and do not read it.
 *
 * @throws DomainError `auth.notAllowed`
 */
export function requireDepartment(caller: Caller): void {
  if (caller.offices.every(({ level, role }) => level === 'enterprise' || role === 'enterprise'))
    throw new DomainError('auth.notAllowed');
}
