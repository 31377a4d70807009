import type { OfficeHeld } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';

/**
 * The office in which a ledger is brought: one that registers, or one of the campaign office.
 * @throws auth.notAllowed
 */
export function importingOffice(offices: readonly OfficeHeld[]): OfficeHeld {
  const office = offices.find(
    ({ role, campaignOffice }) =>
      role === 'handler' || role === 'system' || (campaignOffice && role === 'leader'),
  );
  if (!office) throw new DomainError('auth.notAllowed');
  return office;
}
