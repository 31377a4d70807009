import {
  factsSignal,
  type ObligationFact,
  type ObligationInput,
  type ObligationSignalArgs,
  type RecordedDecision,
} from '@bihuan/contracts/loop';
import {
  ActivityFailure,
  allHandlersFinished,
  condition,
  defineSignal,
  log,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { clockOwners } from './owners.ts';
import { askingWords, boardOf, wakingWords } from './words.ts';

/** What a run hands to its successor when its history has grown long. */
export interface CarriedObligation {
  readonly fact?: ObligationFact;
  readonly silence?: Silence;
  /** Continue as new beyond this many events; without it the server's own suggestion decides. */
  readonly historyLimit?: number;
}

/** The owner did not answer: how often in a row, and when it is asked again, business time. */
export interface Silence {
  readonly times: number;
  readonly askAgainAt: string;
}

export interface ObligationOutcome {
  readonly clockId: string;
  readonly ended: true;
  /** Its due had passed when it ended. */
  readonly late: boolean;
}

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 300_000;

/** One run: the clock as last heard of, and whether its owner answers. */
export class ObligationRun {
  fact: ObligationFact | undefined;
  silence: Silence | undefined;
  #asking = false;
  #closing = false;

  /** Listens from here on: must be called before anything is awaited. */
  constructor(
    private readonly input: ObligationInput,
    private readonly carried: CarriedObligation,
  ) {
    this.fact = carried.fact;
    this.silence = carried.silence;
    setHandler(defineSignal<ObligationSignalArgs>(factsSignal), (facts) => {
      for (const { data } of facts) this.hear(data);
    });
  }

  get ended(): boolean {
    return this.fact !== undefined && this.fact.state !== 'open';
  }

  get outcome(): ObligationOutcome {
    return { clockId: this.input.clockId, ended: true, late: this.fact?.overdueAt !== null };
  }

  /** One timer: sleeps until the clock's wake-up, asks, and sleeps again. */
  async untilEnded(): Promise<void> {
    while (!this.ended) {
      this.inform();
      const at = this.wakeAt;
      const changed = () => this.ended || this.wakeAt !== at;
      if (this.#closing || !this.fact || at === Infinity) await condition(changed);
      else if (at <= this.now) await this.ask(this.fact);
      else await condition(changed, at - this.now, { summary: wakingWords(this.fact, this.silence) });
    }
  }

  /** Waits until this run should continue as new. */
  async historyIsLong(): Promise<void> {
    const { historyLimit } = this.carried;
    await condition(() => {
      const { continueAsNewSuggested, historyLength } = workflowInfo();
      return continueAsNewSuggested || (historyLimit !== undefined && historyLength > historyLimit);
    });
  }

  /** Asks nothing more and waits for what is under way, so that no answer is lost between two runs. */
  async quiet(): Promise<void> {
    this.#closing = true;
    await condition(() => !this.#asking && allHandlersFinished());
  }

  inform(): void {
    setCurrentDetails(boardOf(this.input.clockId, this.fact, this.silence));
  }

  carry(): CarriedObligation {
    const { fact, silence } = this;
    return { ...this.carried, ...(fact && { fact }), ...(silence && { silence }) };
  }

  /** Business time, milliseconds. */
  private get now(): number {
    return Date.now() + this.input.businessOffsetMs;
  }

  /** When the owner is asked next, business time in milliseconds; infinite where it does not want to be. */
  private get wakeAt(): number {
    const at = this.silence?.askAgainAt ?? this.fact?.wakeAt;
    return at ? Date.parse(at) : Infinity;
  }

  /** Facts come in any order and more than once: the highest version holds. */
  private hear(fact: ObligationFact): void {
    if ((this.fact?.version ?? 0) >= fact.version) return;
    this.fact = fact;
    this.silence = undefined;
  }

  private async ask(fact: ObligationFact): Promise<void> {
    this.#asking = true;
    try {
      const { decideClock } = clockOwners[fact.owner];
      this.answered(await decideClock.executeWithOptions({ summary: askingWords(fact) }, [fact.clockId]));
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      log.warn('The owner of a clock did not answer', { clockId: fact.clockId, owner: fact.owner, error });
      this.silent();
    } finally {
      this.#asking = false;
    }
  }

  /** An answer older than what has been heard meanwhile changes nothing. */
  private answered(decision: RecordedDecision): void {
    const { fact } = this;
    if (!fact || decision.version < fact.version) return;
    const { version, due = fact.due, overdueAt = fact.overdueAt } = decision;
    const waitMs =
      decision.outcome === 'notYet'
        ? decision.remainingMs
        : decision.outcome === 'ended' || decision.outcome === 'paused'
          ? null
          : decision.nextInMs;
    this.silence = undefined;
    this.fact = {
      ...fact,
      version,
      due,
      overdueAt,
      state: decision.outcome === 'ended' ? 'met' : fact.state,
      wakeAt: waitMs === null ? null : new Date(this.now + waitMs).toISOString(),
    };
  }

  /** The pause doubles from five seconds to five minutes. */
  private silent(): void {
    const times = (this.silence?.times ?? 0) + 1;
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (times - 1));
    this.silence = { times, askAgainAt: new Date(this.now + pause).toISOString() };
  }
}
