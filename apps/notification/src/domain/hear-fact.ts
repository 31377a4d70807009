import { Injectable } from '@nestjs/common';
import type { EventOf } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { HazardBriefs } from '../persistence/hazard-briefs.repository.ts';
import { briefOf, correctedBrief, settledBrief } from './brief.ts';
import type { FactOfHazard, HeardFact } from './heard-facts.ts';
import { isPast } from './is-past.ts';
import { isConcernKnown } from './recipients.ts';
import { RevokeEscalations } from './revoke-escalations.ts';
import { SendMessages } from './send-messages.ts';

/**
 * Tells of a fact once it is known whom it concerns. A fact that comes before its registration, or before a department
 * has taken the handover, waits for that: in either order the same offices are told. What is heard before a redirection
 * goes to the department that held the handover until then.
 */
@Injectable()
export class HearFact {
  constructor(
    private readonly briefs: HazardBriefs,
    private readonly sendMessages: SendMessages,
    private readonly revokeEscalations: RevokeEscalations,
  ) {}

  async execute(work: Work, fact: HeardFact): Promise<void> {
    await this.briefs.lockHazards(work, [fact.data.hazardNo]);
    if (fact.type === 'hazard.registered') {
      await this.briefs.insert(work, briefOf(fact.data));
      await this.tellWaiting(work, fact.data.hazardNo);
    } else {
      await this.tellOrWait(work, fact);
    }
  }

  private async tellOrWait(work: Work, fact: FactOfHazard): Promise<void> {
    const brief = await this.briefs.find(work, fact.data.hazardNo);
    // Nobody is told of what lies behind: it need not wait for whom it would concern.
    if (!brief || (!isPast(fact) && !isConcernKnown(fact, brief))) {
      await this.briefs.keepWaiting(work, fact);
      return;
    }
    if (fact.type === 'hazard.corrected') {
      await this.briefs.update(work, brief.hazardNo, correctedBrief(brief, fact.data));
      return;
    }
    if (fact.type === 'hazard.withdrawn') {
      await this.briefs.update(work, brief.hazardNo, { withdrawn: true });
      await this.revokeEscalations.execute(work, fact, brief);
      return;
    }
    if (!isPast(fact)) await this.sendMessages.execute(work, fact, brief);
    if (!settles(fact)) return;
    await this.briefs.update(work, brief.hazardNo, settledBrief(brief, fact));
    if (fact.type !== 'handover.redirected' && fact.data.track === 'industry')
      await this.tellWaiting(work, brief.hazardNo);
  }

  private async tellWaiting(work: Work, hazardNo: string): Promise<void> {
    for (const fact of await this.briefs.takeWaiting(work, hazardNo)) await this.tellOrWait(work, fact);
  }
}

/** Whether a handover says who answers for its track from now on, or who does not any more. */
function settles(
  fact: FactOfHazard,
): fact is EventOf<'handover.acknowledged' | 'handover.insisted' | 'handover.redirected'> {
  return (
    fact.type === 'handover.acknowledged' ||
    fact.type === 'handover.insisted' ||
    fact.type === 'handover.redirected'
  );
}
