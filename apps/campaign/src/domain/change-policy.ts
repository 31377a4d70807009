import { Injectable } from '@nestjs/common';
import type { Campaign, ChangePolicy as ChangePolicyCommand, Policy } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { toLocalDate } from '@bihuan/process-core';
import { ReferenceMasters } from '../persistence/reference-masters.repository.ts';
import { requireCampaignOffice } from './campaign-office.ts';
import { checkPolicy } from './policy-rules.ts';
import { ReferenceRegister } from './reference-register.ts';

/** Adds the next version of a campaign's policy; earlier versions stay, for the clocks that run by them. */
@Injectable()
export class ChangePolicy {
  constructor(
    private readonly masters: ReferenceMasters,
    private readonly register: ReferenceRegister,
  ) {}

  /** @throws auth.notAllowed, resource.notFound, concurrency.stale, field.invalid */
  async execute(
    work: Work,
    caller: Caller,
    code: string,
    { policy, reason }: ChangePolicyCommand,
  ): Promise<Campaign> {
    requireCampaignOffice(caller);
    const seen = await this.masters.lock(work, 'campaign', code);
    if (!seen) throw new DomainError('resource.notFound');
    const latest = seen.body.policies.reduce((a, b) => (b.version > a.version ? b : a));
    checkSuccession(policy, latest, toLocalDate(work.now));
    checkPolicy(policy, '/policy');
    const campaign = { ...seen.body, policies: [...seen.body.policies, policy] };
    await this.register.change(work, seen, campaign);
    work.record({ action: 'policy.changed', subject: code, before: latest, after: { policy, reason } });
    return campaign;
  }
}

/** The next number, never in force earlier than today or than its predecessor; a campaign for demonstration stays one, and no other becomes one. */
function checkSuccession(policy: Policy, latest: Policy, today: string): void {
  if (policy.version !== latest.version + 1)
    throw new DomainError('concurrency.stale', { pointer: '/policy/version' });
  if (policy.effectiveFrom < today || policy.effectiveFrom < latest.effectiveFrom)
    throw new DomainError('field.invalid', { pointer: '/policy/effectiveFrom' });
  if (policy.demonstration !== latest.demonstration)
    throw new DomainError('field.invalid', { pointer: '/policy/demonstration' });
}
