import type { CampaignMonth } from './monthly.ts';

/** How many facts of a month a source has, and the sum of the 64-bit hashes of their lines, in decimal. */
export interface MonthCount {
  readonly facts: number;
  readonly digest: string;
}

/** Implemented by the sources of a month's cut: registration (found) and supervision (struck off). */
export interface SourceActivities {
  /**
   * Counts the facts of the campaign up to the month's end, once nothing can be added before it any more.
   * Refused with `month.notEnded` and, while an earlier transaction is open, with `month.transactionsOpen`.
   */
  closeMonth(month: CampaignMonth): Promise<MonthCount>;
}

/** The services that say how much a month holds, each with what its lines call the fact. */
export const monthSources = { registration: 'found', supervision: 'struckOff' } as const;
export type MonthSource = keyof typeof monthSources;
export type SourceCounts = Readonly<Record<MonthSource, MonthCount>>;

/** What the workflow of the month's edition asks of disclosure, step by step; each step once done stays done. */
export interface EditionActivities {
  /** Asks for the month's edition as a person would. */
  requestEdition(month: CampaignMonth): Promise<void>;
  /**
   * Makes the month's cut. Refused with `edition.earlierMonthOpen`, and with `edition.sourceBehind` while disclosure
   * has not heard all that the sources counted.
   */
  draftEdition(draft: CampaignMonth & { readonly counts: SourceCounts }): Promise<DraftedEdition>;
  /** Writes the files of a cut. */
  freezeEdition(month: CampaignMonth): Promise<void>;
  /** Makes the frozen edition public and announces every hazard in it. */
  publishEdition(month: CampaignMonth): Promise<void>;
}

export interface DraftedEdition {
  /** 第N期, from 1 within a campaign. */
  readonly no: number;
  readonly found: number;
  readonly struckOff: number;
}
