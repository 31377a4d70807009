import { Injectable } from '@nestjs/common';
import { type EventOf, hazardEventTypes } from '@bihuan/contracts';
import { ClockBook } from '@bihuan/platform/clocks';
import { confirmWithdrawal, type Work } from '@bihuan/platform/commands';
import { causedBy } from '@bihuan/platform/messaging';
import { EditionMaterials, type Folded } from '../persistence/edition-materials.repository.ts';
import { awaitsStrikeOff, type MaterialEvent } from './material.ts';
import { StrikeOffClocks } from './strike-off-clocks.ts';

/** Facts that the material of editions is folded from. */
const materialTypes = [...hazardEventTypes, 'petition.decided'] as const;

/** Facts of other services that disclosure hears. */
export const heardTypes = [...materialTypes, 'withdrawal.approved'] as const;
export type HeardFact = EventOf<(typeof heardTypes)[number]>;

/** Takes facts into the material of editions, and keeps the clocks of disclosure to them. */
@Injectable()
export class HearFacts {
  constructor(
    private readonly materials: EditionMaterials,
    private readonly strikeOffs: StrikeOffClocks,
    private readonly clocks: ClockBook,
  ) {}

  /** @throws DomainError reference.notReady, campaign.unknown: the copies have not arrived yet */
  async execute(work: Work, facts: readonly HeardFact[]): Promise<void> {
    const folded = await this.materials.foldAll(work, facts.filter(isMaterial));
    const last = new Map(facts.map((fact) => [fact.data.hazardNo, fact]));
    for (const hazard of folded) {
      const cause = last.get(hazard.hazardNo);
      await this.keepClock(cause ? causedBy(work, cause) : work, hazard);
    }
    for (const fact of facts) {
      if (fact.type === 'withdrawal.approved') await this.endFor(causedBy(work, fact), fact);
    }
  }

  private async keepClock(work: Work, { hazardNo, before, after }: Folded): Promise<void> {
    if (awaitsStrikeOff(before) || !awaitsStrikeOff(after)) return;
    const { registeredAt, struckOffAt } = after.hazard;
    const campaignCode = after.filed?.grouping.campaignCode;
    if (registeredAt === null || struckOffAt === null || campaignCode === undefined) return;
    await this.strikeOffs.open(work, { hazardNo, campaignCode, registeredAt, struckOffAt });
  }

  /** Registered in error: nothing of it is to be published any more, unless it was struck off before. */
  private async endFor(work: Work, { data }: EventOf<'withdrawal.approved'>): Promise<void> {
    const { hazard } = await this.materials.lock(work, data.hazardNo);
    if (hazard.struckOffAt === null) await this.clocks.cancelAll(work, data.hazardNo);
    confirmWithdrawal(work, 'disclosure', data, hazard.struckOffAt === null ? 'ended' : 'struckOff');
  }
}

const folded: ReadonlySet<string> = new Set(materialTypes);

function isMaterial(fact: HeardFact): fact is MaterialEvent {
  return folded.has(fact.type);
}
