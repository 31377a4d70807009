import type { Campaign, RegisteredReply, RegisterHazard } from '@bihuan/contracts';
import type { ApiClient } from '@bihuan/api-client';
import { step } from '../print.ts';
import { onceNoLonger } from './after-facts.ts';
import type { People } from './people.ts';

/** A code that no other story has taken. */
export function newCampaignCode(): string {
  return `S${Date.now().toString(36).toUpperCase()}`;
}

/** A campaign of the story's own. */
export async function openCampaign(as: People, campaign: Campaign, about: string): Promise<void> {
  await as('office.leader').post('/campaigns', campaign);
  step('office.leader', `创建专项行动 ${campaign.code}（${about}）`);
}

/** 发现隐患: into the ledger, by the department that leads the field. */
export async function registerByDepartment(as: People, hazard: RegisterHazard): Promise<RegisteredReply> {
  const registered = await registerOnceCampaignIsKnown(as('yjt.handler'), hazard);
  step('yjt.handler', `登记重大事故隐患，编号 ${registered.hazardNo}`);
  return registered;
}

/** A campaign reaches the ledger by events: a moment after it was created it may still be unknown there. */
function registerOnceCampaignIsKnown(api: ApiClient, hazard: RegisterHazard): Promise<RegisteredReply> {
  return onceNoLonger(['campaign.unknown'], 'the campaign at the ledger', () =>
    api.post<RegisteredReply>('/hazards', hazard),
  );
}
