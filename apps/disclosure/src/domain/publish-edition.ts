import { Injectable } from '@nestjs/common';
import type { CampaignMonth } from '@bihuan/contracts';
import { type Origin, UnitOfWork, type Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { EditionItems } from '../persistence/edition-items.repository.ts';
import { type CutEdition, isCut } from '../persistence/edition.entity.ts';
import { Editions } from '../persistence/editions.repository.ts';
import { EditionClocks } from './edition-clocks.ts';
import { StrikeOffClocks } from './strike-off-clocks.ts';

/** Hazards announced in one transaction. */
const BATCH = 500;

/**
 * Makes a frozen edition public and announces every hazard in it exactly once: in batches by number, each committed
 * with the place it came to. The edition's own fact goes out with the last of them.
 */
@Injectable()
export class PublishEdition {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly editions: Editions,
    private readonly items: EditionItems,
    private readonly clocks: EditionClocks,
    private readonly strikeOffs: StrikeOffClocks,
  ) {}

  /**
   * @param beat called after each batch
   * @throws edition.notFound; edition.notReady before it is frozen
   */
  async execute(origin: Origin, month: CampaignMonth, beat: () => void): Promise<void> {
    while (!(await this.unitOfWork.run(origin, (work) => this.step(work, month)))) beat();
  }

  /** @returns whether nothing is left to announce */
  private async step(work: Work, of: CampaignMonth): Promise<boolean> {
    const edition = await this.frozen(work, of);
    if (edition.announcedAt) return true;
    const publishedAt = edition.publishedAt ?? (await this.makePublic(work, edition));
    const hazards = await this.items.hazardsAfter(work, of, edition.announcedTo ?? '', BATCH);
    for (const { hazardNo, struckOff } of hazards) {
      work.emit({
        topic: 'disclosure',
        type: 'hazard.disclosed',
        key: hazardNo,
        data: {
          hazardNo,
          month: of.month,
          disclosedAt: publishedAt.toISOString(),
          strikeOffPublished: struckOff,
          by: 'edition',
        },
      });
      if (struckOff) await this.strikeOffs.meet(work, hazardNo);
    }
    const last = hazards.at(-1);
    const done = hazards.length < BATCH;
    if (done) announce(work, edition, publishedAt);
    await this.editions.store(work, of, {
      ...(last && { announcedTo: last.hazardNo }),
      ...(done && { announcedAt: work.now }),
    });
    return done;
  }

  private async frozen(work: Work, of: CampaignMonth): Promise<CutEdition> {
    const edition = await this.editions.lock(work, of);
    if (!edition)
      throw new DomainError('edition.notFound', { params: { campaign: of.campaignCode, month: of.month } });
    if (!edition.files || !isCut(edition))
      throw new DomainError('edition.notReady', { params: { month: of.month } });
    return edition;
  }

  private async makePublic(work: Work, { campaignCode, month, no, cut, files }: CutEdition): Promise<Date> {
    const of = { campaignCode, month };
    await this.editions.store(work, of, { state: 'published', publishedAt: work.now });
    await this.clocks.meet(work, of);
    work.record({
      action: 'edition.published',
      subject: `${campaignCode}.${month}`,
      after: { no, ...cut, files },
    });
    return work.now;
  }
}

function announce(work: Work, { campaignCode, month, no, cut }: CutEdition, publishedAt: Date): void {
  work.emit({
    topic: 'disclosure',
    type: 'edition.published',
    key: `${campaignCode}.${month}`,
    data: { campaignCode, month, no, publishedAt: publishedAt.toISOString(), cut },
  });
}
