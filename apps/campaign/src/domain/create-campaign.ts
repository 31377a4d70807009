import { Injectable } from '@nestjs/common';
import type { Campaign } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { toLocalDate } from '@bihuan/process-core';
import { ReferenceMasters } from '../persistence/reference-masters.repository.ts';
import { requireCampaignOffice } from './campaign-office.ts';
import { checkPolicy } from './policy-rules.ts';
import { ReferenceRegister } from './reference-register.ts';
import { seedItem } from './seed/seed-item.ts';

/** 专项行动: sets up a campaign with its policy. Creating it publishes it. */
@Injectable()
export class CreateCampaign {
  constructor(
    private readonly masters: ReferenceMasters,
    private readonly register: ReferenceRegister,
  ) {}

  /** @throws auth.notAllowed, field.invalid, campaign.exists */
  async execute(work: Work, caller: Caller, campaign: Campaign): Promise<Campaign> {
    requireCampaignOffice(caller);
    checkCampaign(campaign);
    const today = toLocalDate(work.now);
    await this.requireFields(campaign.fields, today);
    const knownFrom = campaign.startsOn < today ? campaign.startsOn : today;
    const added = await this.register.add(work, [seedItem('campaign', campaign, knownFrom)]);
    if (added === 0)
      throw new DomainError('campaign.exists', { pointer: '/code', params: { code: campaign.code } });
    work.record({ action: 'campaign.created', subject: campaign.code, before: null, after: campaign });
    return campaign;
  }

  private async requireFields(fields: readonly string[], today: string): Promise<void> {
    const known = new Set((await this.masters.onDay('field', today)).map(({ code }) => code));
    const unknown = fields.findIndex((code) => !known.has(code));
    if (unknown >= 0) throw new DomainError('field.invalid', { pointer: `/fields/${unknown}` });
  }
}

/** Dates in order; policies numbered from 1, none in force earlier than the one before, the first from the first day on. */
function checkCampaign(campaign: Campaign): void {
  if (campaign.endsOn < campaign.startsOn) throw new DomainError('field.invalid', { pointer: '/endsOn' });
  campaign.policies.forEach((policy, i) => {
    const at = `/policies/${i}`;
    if (policy.version !== i + 1) throw new DomainError('field.invalid', { pointer: `${at}/version` });
    const previous = campaign.policies[i - 1];
    const inOrder = previous
      ? policy.effectiveFrom >= previous.effectiveFrom
      : policy.effectiveFrom <= campaign.startsOn;
    if (!inOrder) throw new DomainError('field.invalid', { pointer: `${at}/effectiveFrom` });
    if (previous && policy.demonstration !== previous.demonstration)
      throw new DomainError('field.invalid', { pointer: `${at}/demonstration` });
    checkPolicy(policy, at);
  });
}
