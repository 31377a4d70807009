import type { Organisation } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';
import { mayTake } from '@bihuan/process-core';

/**
 * The government of a prefecture-level city; where none is known the campaign office, which also names the
 * organisation for a handover without a route.
 *
 * @param organisations those in force on the day
 * @throws organisation.unknown where there is no campaign office either
 */
export function cityGovernmentOf(cityCode: string, organisations: readonly Organisation[]): Organisation {
  const found =
    organisations.find((one) => mayTake('territorial', one) && one.placeCode === cityCode) ??
    organisations.find(({ campaignOffice }) => campaignOffice);
  if (!found) throw new DomainError('organisation.unknown', { params: { code: cityCode } });
  return found;
}
