import type { CampaignMonth } from '@bihuan/contracts/loop';
import {
  ActivityFailure,
  isCancellation,
  log,
  rootCause,
  setCurrentDetails,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import { boardOf, brief } from './words.ts';

/** What a run hands to its successor when its history has grown long with waiting. */
export interface CarriedMonth {
  readonly tries?: number;
  /** Continue as new beyond this many events; without it the server's own suggestion decides. */
  readonly historyLimit?: number;
}

/** Names the step that is taken next, for operators and for the history. */
type Step = (words: string) => { readonly summary: string };

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 300_000;

/** One run of a month's workflow: takes steps until they succeed, and shows what it waits for. */
export class MonthlyRun {
  /** How often in a row the step at hand has had to wait. */
  #tries: number;
  #doing = '';

  constructor(
    private readonly month: CampaignMonth,
    private readonly carried: CarriedMonth,
    private readonly continued: (next: CarriedMonth) => Promise<never>,
  ) {
    this.#tries = carried.tries ?? 0;
  }

  /** Does something again and again, with pauses from five seconds to five minutes, until nothing of it is refused. */
  async patiently<T>(body: (step: Step) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        const done = await body((words) => this.begin(words));
        this.#tries = 0;
        return done;
      } catch (error) {
        if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
        await this.wait(error);
      }
    }
  }

  private begin(words: string): { summary: string } {
    this.#doing = words;
    this.show(null);
    return { summary: brief(words) };
  }

  private async wait(error: ActivityFailure): Promise<void> {
    const why = rootCause(error) ?? error.message;
    this.#tries += 1;
    log.warn('A step of the month has to wait', { step: this.#doing, why, tries: this.#tries });
    this.show(why);
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (this.#tries - 1));
    await sleep(pause, { summary: brief(`${this.#doing}：${why}`) });
    if (this.isLong) await this.continued({ ...this.carried, tries: this.#tries });
  }

  private get isLong(): boolean {
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    const { historyLimit } = this.carried;
    return continueAsNewSuggested || (historyLimit !== undefined && historyLength > historyLimit);
  }

  private show(why: string | null): void {
    setCurrentDetails(boardOf(this.month, { doing: this.#doing, why, tries: this.#tries }));
  }
}
