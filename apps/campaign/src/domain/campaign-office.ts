import { Caller } from '@bihuan/platform/auth';
import { DomainError } from '@bihuan/platform/errors';

/** Campaigns, policy and calendar are changed by people of the campaign office alone. @throws auth.notAllowed */
export function requireCampaignOffice(caller: Caller): void {
  if (!caller.ofCampaignOffice('handler', 'leader')) throw new DomainError('auth.notAllowed');
}
