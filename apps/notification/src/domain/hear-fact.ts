import { Injectable } from '@nestjs/common';
import type { EventOf } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { HazardBriefs } from '../persistence/hazard-briefs.repository.ts';
import { briefOf } from './brief.ts';
import type { FactOfHazard, HeardFact } from './heard-facts.ts';
import { SendMessages } from './send-messages.ts';

/**
 * Tells of a fact once the hazard itself is known. A fact that comes before its registration waits for it, so that
 * whatever the order, the same offices are told.
 */
@Injectable()
export class HearFact {
  constructor(
    private readonly briefs: HazardBriefs,
    private readonly sendMessages: SendMessages,
  ) {}

  async execute(work: Work, fact: HeardFact): Promise<void> {
    await this.briefs.lockHazard(work, fact.data.hazardNo);
    if (fact.type === 'hazard.registered') await this.introduce(work, fact);
    else await this.tellOrWait(work, fact);
  }

  private async introduce(work: Work, { data }: EventOf<'hazard.registered'>): Promise<void> {
    await this.briefs.insert(work, briefOf(data));
    for (const fact of await this.briefs.takeWaiting(work, data.hazardNo)) await this.tellOrWait(work, fact);
  }

  private async tellOrWait(work: Work, fact: FactOfHazard): Promise<void> {
    const brief = await this.briefs.find(work, fact.data.hazardNo);
    if (!brief) {
      await this.briefs.keepWaiting(work, fact);
      return;
    }
    if (isTakenByDepartment(fact)) await this.briefs.setIndustryOrg(work, brief.hazardNo, fact.data.orgCode);
    await this.sendMessages.execute(work, fact, brief);
  }
}

/** At most one industry handover of a hazard ends acknowledged or insisted upon. */
function isTakenByDepartment(
  fact: FactOfHazard,
): fact is EventOf<'handover.acknowledged' | 'handover.insisted'> {
  const taken = fact.type === 'handover.acknowledged' || fact.type === 'handover.insisted';
  return taken && fact.data.track === 'industry';
}
