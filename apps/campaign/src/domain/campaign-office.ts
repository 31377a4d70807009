import { Caller } from '@bihuan/platform/auth';
import { DomainError } from '@bihuan/platform/errors';

/** Campaigns, policy and calendar are changed by people of the campaign office alone. @throws auth.notAllowed */
export function requireCampaignOffice(caller: Pick<Caller, 'offices'>): void {
  const holds = caller.offices.some(
    ({ campaignOffice, role }) => campaignOffice && (role === 'handler' || role === 'leader'),
  );
  if (!holds) throw new DomainError('auth.notAllowed');
}
