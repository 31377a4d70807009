import type {
  CampaignMonth,
  DraftedEdition,
  EditionActivities,
  MonthCount,
  MonthSource,
  SourceActivities,
} from '@bihuan/contracts';
import { ApplicationFailure } from '@temporalio/common';

type Answer = keyof EditionActivities | MonthSource;

/**
 * The services behind a month's edition, in memory: each month is published once, a month only after those before it.
 * What they were asked stands in `asked`, in order.
 */
export class EditionStory {
  readonly asked: string[] = [];
  readonly requested = new Set<string>();
  readonly published: string[] = [];
  /** Why an answer is refused until it is cleared: text and code, as a service would refuse it. */
  readonly refusals = new Map<Answer, { readonly message: string; readonly code: string }>();
  /** Months that have to be published before. */
  readonly before: string[] = [];

  /**
   * Activities by task queue, answered by whichever story is the current one.
   *
   * @param onRequested what follows from a month that was asked for
   */
  static behind(
    current: () => EditionStory,
    onRequested: (month: CampaignMonth) => Promise<void> = () => Promise.resolve(),
  ): { registration: SourceActivities; supervision: SourceActivities; disclosure: EditionActivities } {
    return {
      registration: { closeMonth: (month) => current().#count('registration', month, 3) },
      supervision: { closeMonth: (month) => current().#count('supervision', month, 2) },
      disclosure: {
        requestEdition: async (month) => {
          await current().#ask('requestEdition', month);
          current().requested.add(month.month);
          await onRequested(month);
        },
        draftEdition: (draft) => current().#draft(draft),
        freezeEdition: (month) => current().#ask('freezeEdition', month),
        publishEdition: (month) => current().#publish(month),
      },
    };
  }

  async #draft({ counts, ...of }: Parameters<EditionActivities['draftEdition']>[0]): Promise<DraftedEdition> {
    await this.#ask('draftEdition', of);
    const open = this.before.find((earlier) => earlier < of.month && !this.published.includes(earlier));
    if (open !== undefined)
      throw ApplicationFailure.nonRetryable(`等待上一期：${open}`, 'edition.earlierMonthOpen');
    return { no: 1, found: counts.registration.facts, struckOff: counts.supervision.facts };
  }

  async #publish(month: CampaignMonth): Promise<void> {
    await this.#ask('publishEdition', month);
    if (!this.published.includes(month.month)) this.published.push(month.month);
  }

  async #count(service: MonthSource, month: CampaignMonth, facts: number): Promise<MonthCount> {
    await this.#ask(service, month);
    return { facts, digest: String(facts) };
  }

  #ask(answer: Answer, { month }: CampaignMonth): Promise<void> {
    this.asked.push(`${answer} ${month}`);
    const refusal = this.refusals.get(answer);
    if (!refusal) return Promise.resolve();
    return Promise.reject(ApplicationFailure.nonRetryable(refusal.message, refusal.code));
  }
}
