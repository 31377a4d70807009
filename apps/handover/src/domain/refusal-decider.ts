import { Injectable } from '@nestjs/common';
import type { Organisation } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { ReferenceBook } from '@bihuan/platform/reference';
import { REFUSALS_THAT_RAISE, refusalsInARow, toLocalDate } from '@bihuan/process-core';
import type { Handover } from '../persistence/handover.entity.ts';
import { Handovers } from '../persistence/handovers.repository.ts';
import { aboveCampaignOffice, campaignOffice } from './campaign-office.ts';

/** Who decides a refusal, and whether it was raised to them. */
export interface Decider {
  readonly organisation: Organisation;
  readonly raised: boolean;
}

/** Two refusals in a row show that the office's decision did not hold: the next is taken one level up. */
@Injectable()
export class RefusalDecider {
  constructor(
    private readonly handovers: Handovers,
    private readonly reference: ReferenceBook,
  ) {}

  /** @param refused just now, not written yet */
  async of(work: Work, refused: Handover): Promise<Decider> {
    const today = toLocalDate(work.now);
    const office = { organisation: campaignOffice(this.reference, today), raised: false };
    if (refused.predecessorId === null) return office;
    const chain = await this.handovers.chainOf(refused, work);
    const links = chain.map(({ id, answer, settled }) => ({
      refused: answer === 'refused' || id === refused.id,
      settled,
    }));
    const superior = aboveCampaignOffice(this.reference, today);
    if (refusalsInARow(links) < REFUSALS_THAT_RAISE || !superior) return office;
    return { organisation: superior, raised: true };
  }
}
