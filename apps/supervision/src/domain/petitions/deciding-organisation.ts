import type { Organisation } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';

/**
 * Whom the decision of a petition waits for: the level that listed the hazard. None is listed yet, so it is the
 * campaign office of the province.
 *
 * @param organisations those in force on the day
 * @throws organisation.unknown where there is no campaign office
 */
export function decidingOrganisation(organisations: readonly Organisation[]): Organisation {
  const office = organisations.find(({ campaignOffice }) => campaignOffice);
  if (!office) throw new DomainError('organisation.unknown', { params: { code: 'campaignOffice' } });
  return office;
}
