import {
  type FactsSignalArgs,
  factsSignal,
  HazardState,
  type LoopHazard,
  loopQuery,
  type LoopView,
  type Marks,
  type RecordedDecision,
} from '@bihuan/contracts/loop';
import {
  emptyFacts,
  evolve,
  type HazardFacts,
  heardDecision,
  isFinished,
  isOverdue,
  marksOf,
  type NamedClock,
  openClocks,
  stateOf,
} from '@bihuan/process-core';
import {
  allHandlersFinished,
  condition,
  defineQuery,
  defineSignal,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { answered, silenceOn, type Silences, silent } from './silence.ts';

/** What a run hands to its successor when its history has grown long. */
export interface CarriedLoop {
  readonly facts?: HazardFacts;
  readonly hazard?: LoopHazard;
  readonly silences?: Silences;
  readonly dispatched?: boolean;
  /** Continue as new beyond this many events; without it the server's own suggestion decides. */
  readonly historyLimit?: number;
}

/** Where a hazard belongs, in the names an operator reads. */
export type Belonging = Pick<LoopHazard, 'campaignCode' | 'placeName' | 'cityName' | 'fieldName'>;

/** How a loop ended; a run ends only when nothing is left to do. */
export interface LoopOutcome {
  readonly hazardNo: string;
  readonly finished: true;
  readonly state: HazardState;
  readonly marks: Marks;
}

/** The state, or one after it: withdrawn ends every stage. */
export const hasReached = (state: HazardState) => (facts: HazardFacts) =>
  HazardState.indexOf(stateOf(facts)) >= HazardState.indexOf(state);

/** One run of the loop: the facts heard, what the owners answered, and what is under way. */
export class LoopRun {
  facts: HazardFacts;
  hazard: LoopHazard | undefined;
  silences: Silences;
  /** Both handovers stand. */
  dispatched: boolean;
  /** Why they do not yet, where handover refused. */
  dispatchRefusal: string | null = null;
  /** Nothing new is started: the run is about to end. */
  closing = false;
  /** Activities that have not been answered yet, by clock id or name. */
  readonly underWay = new Set<string>();
  /** Rises with everything that an operator would want to see. */
  changes = 1;

  /** Listens from here on: must be called before anything is awaited. */
  constructor(
    readonly hazardNo: string,
    private readonly carried: CarriedLoop,
  ) {
    this.facts = carried.facts ?? emptyFacts(hazardNo);
    this.hazard = carried.hazard;
    this.silences = carried.silences ?? {};
    this.dispatched = carried.dispatched ?? false;
    setHandler(defineSignal<FactsSignalArgs>(factsSignal), (facts) => {
      this.facts = facts.reduce(evolve, this.facts);
      this.changes += 1;
    });
    setHandler(defineQuery<LoopView>(loopQuery), () => this.view);
  }

  /** Business time, milliseconds; known once the hazard has been loaded. */
  get now(): number {
    return Date.now() + (this.hazard?.businessOffsetMs ?? 0);
  }

  get finished(): boolean {
    return this.hazard?.finished === true || isFinished(this.facts);
  }

  /** Where the hazard belongs: as registration told at the start, or as it was corrected since. */
  get belonging(): Belonging | undefined {
    const { hazard, facts } = this;
    if (!hazard) return undefined;
    const { placeName, cityName, fieldName } = facts.belongs ?? hazard;
    return { campaignCode: hazard.campaignCode, placeName, cityName, fieldName };
  }

  /** Open clocks, the one whose owner is asked first in front; `wakeAt` is when it will be asked. */
  get clocks(): readonly NamedClock[] {
    return openClocks(this.facts)
      .map((clock) => ({ ...clock, wakeAt: silenceOn(clock, this.silences)?.askAgainAt ?? clock.wakeAt }))
      .sort((a, b) => wakeOf(a) - wakeOf(b) || 0);
  }

  get view(): LoopView {
    const { facts, hazardNo, clocks } = this;
    const [next] = clocks;
    return {
      hazardNo,
      registered: facts.registeredAt !== null,
      state: stateOf(facts),
      marks: marksOf(facts),
      nextClock: next ? { clockId: next.clockId, due: next.due, waitsFor: next.waitsFor } : null,
      openClocks: clocks.length,
      overdue: isOverdue(facts),
    };
  }

  get outcome(): LoopOutcome {
    const { hazardNo, state, marks } = this.view;
    return { hazardNo, finished: true, state, marks };
  }

  ownerAnswered({ clockId }: NamedClock, decision: RecordedDecision): void {
    this.facts = heardDecision(this.facts, clockId, decision, new Date(this.now));
    this.silences = answered(clockId, this.silences);
    this.changes += 1;
  }

  ownerSilent(clock: NamedClock): void {
    this.silences = silent(clock, this.silences, this.now);
    this.changes += 1;
  }

  dispatchEnded(refusal: string | null): void {
    this.dispatched = refusal === null;
    this.dispatchRefusal = refusal;
    this.changes += 1;
  }

  /** Waits until the facts satisfy `reached`, or nothing is left to do. */
  async until(reached: (facts: HazardFacts) => boolean): Promise<void> {
    await condition(() => reached(this.facts) || this.finished);
  }

  /** Waits until this run should continue as new. */
  async historyIsLong(): Promise<void> {
    const { historyLimit } = this.carried;
    await condition(() => {
      const { continueAsNewSuggested, historyLength } = workflowInfo();
      return continueAsNewSuggested || (historyLimit !== undefined && historyLength > historyLimit);
    });
  }

  /** Starts nothing more and waits for what is under way, so that no answer is lost between two runs. */
  async quiet(): Promise<void> {
    this.closing = true;
    await condition(() => this.underWay.size === 0 && allHandlersFinished());
  }

  carry(): CarriedLoop {
    const { facts, hazard, silences, dispatched } = this;
    return { ...this.carried, facts, ...(hazard && { hazard }), silences, dispatched };
  }
}

/** Milliseconds; infinite where the owner does not want to be asked again. */
export const wakeOf = ({ wakeAt }: NamedClock) => (wakeAt === null ? Infinity : Date.parse(wakeAt));
