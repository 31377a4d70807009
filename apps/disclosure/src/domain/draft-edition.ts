import { Injectable } from '@nestjs/common';
import { type CampaignMonth, type DraftedEdition, monthSources, type SourceCounts } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { ReferenceBook } from '@bihuan/platform/reference';
import {
  endOfMonth,
  firstMonthOf,
  monthsBetween,
  shiftMonth,
  startOfMonth,
  toLocalDate,
} from '@bihuan/process-core';
import { EditionItems } from '../persistence/edition-items.repository.ts';
import { type CutEdition, isCut } from '../persistence/edition.entity.ts';
import { Editions } from '../persistence/editions.repository.ts';

type Draft = CampaignMonth & { readonly counts: SourceCounts };

/**
 * Makes the month's cut, once: what was registered, and what was struck off, before the month's end and stands in no
 * edition yet. What belongs to an earlier month is marked late.
 */
@Injectable()
export class DraftEdition {
  constructor(
    private readonly editions: Editions,
    private readonly items: EditionItems,
    private readonly reference: ReferenceBook,
  ) {}

  /** @throws edition.notFound, month.notEnded, edition.earlierMonthOpen, edition.sourceBehind */
  async execute(work: Work, draft: Draft): Promise<DraftedEdition> {
    const { campaignCode, month } = draft;
    const edition = await this.editions.lock(work, draft);
    if (!edition) throw new DomainError('edition.notFound', { params: { campaign: campaignCode, month } });
    if (isCut(edition)) return drafted(edition);
    if (work.now < endOfMonth(month)) throw new DomainError('month.notEnded', { params: { month } });
    const campaign = this.reference.requireCampaign(campaignCode, toLocalDate(work.now));
    const first = firstMonthOf(campaign);
    await this.requireEarlier(work, campaignCode, monthsBetween(first, shiftMonth(month, -1)));
    await this.items.takeTime(work);
    await this.requireAllHeard(work, draft);
    const no = monthsBetween(first, month).length;
    const end = endOfMonth(month);
    const cut = await this.items.cut(work, draft, {
      start: startOfMonth(month),
      end,
      first: month === first,
    });
    const previous = await this.items.issueAt(work, campaignCode, no - 1, end);
    await this.editions.store(work, draft, { no, cut, previous, cutAt: work.now });
    work.record({ action: 'edition.cut', subject: `${campaignCode}.${month}`, after: { no, ...cut } });
    return { no, found: cut.found, struckOff: cut.struckOff };
  }

  /** Issues follow one upon the other without a gap. */
  private async requireEarlier(work: Work, campaignCode: string, months: readonly string[]): Promise<void> {
    const finished = await this.editions.finishedMonths(work, campaignCode);
    const open = months.find((month) => !finished.has(month));
    if (open !== undefined) throw new DomainError('edition.earlierMonthOpen', { params: { month: open } });
  }

  /** A cut over facts that are still on their way would differ from the sources' own books. */
  private async requireAllHeard(work: Work, draft: Draft): Promise<void> {
    const { campaignCode, month, counts } = draft;
    for (const service of ['registration', 'supervision'] as const) {
      const expected = counts[service];
      const heard = await this.items.heard(work, monthSources[service], campaignCode, endOfMonth(month));
      if (heard.facts === expected.facts && heard.digest === expected.digest) continue;
      throw new DomainError('edition.sourceBehind', {
        params: { service, month, expected: expected.facts, heard: heard.facts },
      });
    }
    await this.requirePastHeard(work, draft, counts.supervision.facts);
  }

  /** supervision makes strike-offs of a brought past only when it hears of the ledger: until then it counts none of them. */
  private async requirePastHeard(work: Work, { campaignCode, month }: Draft, heard: number): Promise<void> {
    const missing = await this.items.pastAwaited(work, campaignCode, endOfMonth(month));
    if (missing > 0)
      throw new DomainError('edition.sourceBehind', {
        params: { service: 'supervision', month, expected: heard + missing, heard },
      });
  }
}

function drafted({ no, cut }: CutEdition): DraftedEdition {
  return { no, found: cut.found, struckOff: cut.struckOff };
}
