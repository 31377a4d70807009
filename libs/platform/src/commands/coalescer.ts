import { DomainError, isUnavailable, ServerAway } from '../errors/index.ts';
import {
  answerAgain,
  claimKeys,
  keyedRequest,
  type KeyedRequest,
  keyName,
  storeAnswer,
  storedAnswers,
} from './command-keys.ts';
import type { CommandSource } from './command-source.ts';
import { originOf } from './origin-of.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import type { Origin, Work } from './work.ts';

/** A use case whose commands can be carried out together. */
export interface TogetherCommand<Command, Plan, Answer> {
  /**
   * What carrying out the command would mean; in memory alone.
   *
   * @throws DomainError to refuse this command
   */
  decide(work: Work, command: Command): Plan;
  /**
   * Carries out what was decided, all in one transaction. It may run again with fewer, or one alone.
   *
   * @returns the answers, plain JSON, in the order of the plans
   */
  carryOut(plans: readonly { readonly work: Work; readonly plan: Plan }[]): Promise<readonly Answer[]>;
}

interface Submitted<Command, Answer> {
  readonly origin: Origin;
  readonly keyed: KeyedRequest | null;
  readonly command: Command;
  readonly reply: PromiseWithResolvers<Answer>;
  /** Refuses it where it waits for too long. */
  readonly patience: NodeJS.Timeout;
}

type Outcome<Answer> = { readonly answer: Answer } | { readonly error: unknown };

/** Locks of serials and keys are held by all of a batch until it is committed. */
const MOST_TOGETHER = 64;
/**
 * As long as anything else waits for a connection. Whoever has been told that it failed must not find it done when the
 * database comes back.
 */
const LONGEST_WAIT_MS = 5_000;

/** Gathers the commands of one kind that come while others are being written, and writes them together. */
export class Coalescer<Command, Plan, Answer> {
  readonly #waiting: Submitted<Command, Answer>[] = [];
  readonly #keys = new Set<string>();
  #writing = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly kind: TogetherCommand<Command, Plan, Answer>,
  ) {}

  async submit(request: CommandSource, command: Command): Promise<Answer> {
    const keyed = request.key === null ? null : keyedRequest(request, request.key);
    const name = keyed && keyName(keyed);
    if (name !== null && this.#keys.has(name)) throw new DomainError('request.inFlight');
    const reply = Promise.withResolvers<Answer>();
    const patience = setTimeout(() => {
      this.refuseWaiting(reply);
    }, LONGEST_WAIT_MS);
    this.#waiting.push({ origin: originOf(request), keyed, command, reply, patience });
    if (name !== null) this.#keys.add(name);
    this.wake();
    return reply.promise.finally(() => {
      if (name !== null) this.#keys.delete(name);
    });
  }

  /** Begins to write unless it does already; what has come in by the same turn of the event loop goes along. */
  private wake(): void {
    if (this.#writing) return;
    this.#writing = true;
    setImmediate(() => void this.writeWaiting());
  }

  private async writeWaiting(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, MOST_TOGETHER);
      for (const { patience } of batch) clearTimeout(patience);
      await this.write(batch);
    }
    this.#writing = false;
  }

  private refuseWaiting(reply: PromiseWithResolvers<Answer>): void {
    const place = this.#waiting.findIndex((each) => each.reply === reply);
    if (place < 0) return;
    this.#waiting.splice(place, 1);
    reply.reject(new ServerAway('the database has taken no command for too long'));
  }

  /** Never rejects: every command gets its own answer or error. */
  private async write(batch: readonly Submitted<Command, Answer>[]): Promise<void> {
    const [first] = batch;
    if (!first) return;
    try {
      const outcomes = await this.unitOfWork.run(first.origin, (work) => this.take(work, batch));
      for (const [index, { reply }] of batch.entries()) settle(reply, outcomes[index]);
    } catch (error) {
      // Whichever of them it was that the database refused: alone, it fails alone. A database that went away may have
      // committed them: what was sent without a key would be written twice.
      if (batch.length > 1 && !isUnavailable(error))
        await Promise.all(batch.map((each) => this.write([each])));
      else for (const { reply } of batch) reply.reject(error);
    }
  }

  private async take(
    work: Work,
    batch: readonly Submitted<Command, Answer>[],
  ): Promise<(Outcome<Answer> | undefined)[]> {
    const outcomes = await this.known(work, batch);
    const plans = batch.flatMap(({ origin, command, keyed }, index) => {
      if (outcomes[index]) return [];
      const part = work.onBehalf(origin);
      const plan = attempt(() => this.kind.decide(part, command));
      if ('answer' in plan) return [{ index, keyed, work: part, plan: plan.answer }];
      outcomes[index] = plan;
      return [];
    });
    if (plans.length === 0) return outcomes;
    const answers = await this.kind.carryOut(plans);
    for (const [place, { index, keyed, work: part }] of plans.entries()) {
      const answer = answers[place] as Answer;
      if (keyed) storeAnswer(part, keyed, answer);
      outcomes[index] = { answer };
    }
    return outcomes;
  }

  /** What is known of the commands by their keys, before they are looked at. */
  private async known(
    work: Work,
    batch: readonly Submitted<Command, Answer>[],
  ): Promise<(Outcome<Answer> | undefined)[]> {
    const outcomes = new Array<Outcome<Answer> | undefined>(batch.length).fill(undefined);
    const keys = batch.flatMap(({ keyed }, index) => (keyed ? [{ index, keyed }] : []));
    if (keys.length === 0) return outcomes;
    const keyed = keys.map((each) => each.keyed);
    const free = await claimKeys(work, keyed);
    const stored = await storedAnswers(work, keyed);
    for (const [place, { index, keyed }] of keys.entries()) {
      const before = stored[place];
      if (!free[place]) outcomes[index] = { error: new DomainError('request.inFlight') };
      else if (before) outcomes[index] = attempt(() => answerAgain(keyed, before) as Answer);
    }
    return outcomes;
  }
}

function attempt<T>(make: () => T): Outcome<T> {
  try {
    return { answer: make() };
  } catch (error) {
    return { error };
  }
}

function settle<T>({ resolve, reject }: PromiseWithResolvers<T>, outcome: Outcome<T> | undefined): void {
  if (outcome && 'answer' in outcome) resolve(outcome.answer);
  else reject(outcome?.error);
}
