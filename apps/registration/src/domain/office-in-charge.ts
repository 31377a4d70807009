import type { OfficeHeld } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';

/**
 * The office in which somebody changes what stands in the ledger: one of the organisation that registered the hazard,
 * or of the campaign office.
 *
 * @param registeredOrg null where no organisation is on record: the campaign office alone
 * @throws auth.notAllowed
 */
export function officeInCharge(offices: readonly OfficeHeld[], registeredOrg: string | null): OfficeHeld {
  const office = offices.find(
    ({ orgCode, role, campaignOffice }) =>
      (orgCode === registeredOrg && ['handler', 'system'].includes(role)) ||
      (campaignOffice && ['handler', 'leader', 'system'].includes(role)),
  );
  if (!office) throw new DomainError('auth.notAllowed');
  return office;
}
