import type { CalendarYear, OwnerPreview } from '@bihuan/contracts';
import { until } from '@bihuan/api-client';
import type pg from 'pg';
import { type Measured, measuredOf, type Sample } from '../harness/comparison.ts';
import { isSo } from '../harness/database.ts';
import { growthDuring, residentMb } from '../harness/memory.ts';
import { measure } from '../harness/processor-time.ts';
import { untilQuiet } from '../harness/quiet.ts';
import { type BenchStack, processOf, watchedIn } from '../stack.ts';
import { Leader } from './leader.ts';

export const CLOCKS = 100_000;
export const GROWTH = 'RSS growth MiB';
const TELL_SECONDS = 600;
const KNOWN_SECONDS = 60;
const watchedParts = ['PostgreSQL', 'Kafka', 'supervision'];

/** What is measured, one after the other. */
const steps = {
  preview: `POST /reprojections at supervision over ${CLOCKS} open clocks: counted and named dates that began in five months, 2% with a pause and 1% with an extension behind them, 10% late; nearly all that are not late move`,
  apply: 'POST /reprojections/{hash}/apply with the hash of the preview, until its answer',
  telling:
    'from that answer until each clock that moved has been told of and its fact has been sent to Kafka',
} as const;
export type Step = keyof typeof steps;

/** Re-projections of all clocks of supervision, each by another calendar than the one before. */
export class Runs {
  readonly #stack: BenchStack;
  readonly #client: pg.Client;
  readonly #leader: Leader;
  readonly #pid: number;
  readonly #atRest: number;
  readonly #samples: Readonly<Record<Step, Sample[]>> = { preview: [], apply: [], telling: [] };

  constructor(stack: BenchStack, client: pg.Client) {
    this.#stack = stack;
    this.#client = client;
    this.#leader = new Leader(stack);
    this.#pid = processOf(stack, 'supervision').pid;
    this.#atRest = residentMb(this.#pid);
  }

  async once(calendar: CalendarYear): Promise<void> {
    await this.#know(calendar);
    const preview = await this.#step('preview', CLOCKS, () => this.#leader.preview());
    const moved = movedIn(preview);
    if (preview.counts.looked < CLOCKS || moved < CLOCKS / 2)
      throw new Error(`Too few clocks: ${JSON.stringify(preview.counts)}`);
    const { toTell } = await this.#step('apply', moved, () => this.#leader.apply(preview.hash));
    if (toTell !== moved) throw new Error(`${toTell} of ${moved} clocks were moved`);
    await this.#step('telling', moved, () => this.#untilTold());
    console.log(`  run ${this.#samples.telling.length}: ${moved} clocks moved, ${this.#lastWords()}`);
  }

  measured(): Readonly<Record<Step, Measured>> {
    const of = (step: Step) => measuredOf({ name: step, what: steps[step] }, this.#samples[step]);
    return { preview: of('preview'), apply: of('apply'), telling: of('telling') };
  }

  /** Stores the calendar and waits until the owner counts by it. */
  async #know({ code, holidays, makeUpDays }: CalendarYear): Promise<void> {
    const { version } = await this.#leader.loadYear(code, { holidays, makeUpDays });
    const known = `SELECT EXISTS (SELECT FROM supervision.reference_item
      WHERE kind = 'calendarYear' AND code = '${code}' AND (body ->> 'version')::integer = ${version})`;
    await until('the calendar at supervision', KNOWN_SECONDS, async () =>
      (await isSo(this.#client, known)) ? true : undefined,
    );
    await untilQuiet(watchedIn(this.#stack, watchedParts));
  }

  async #step<T>(step: Step, operations: number, work: () => Promise<T>): Promise<T> {
    const answer = Promise.withResolvers<T>();
    const sample = await measure(watchedIn(this.#stack, watchedParts), async () => {
      const begun = performance.now();
      const growth = await growthDuring(this.#pid, this.#atRest, async () => {
        answer.resolve(await work());
      });
      const seconds = (performance.now() - begun) / 1000;
      return { operations, seconds, ownCpuMs: {}, further: { seconds, [GROWTH]: growth } };
    });
    this.#samples[step].push(sample);
    return answer.promise;
  }

  #untilTold(): Promise<true> {
    const sent = `NOT EXISTS (SELECT FROM supervision.clock WHERE to_tell IS NOT NULL)
      AND NOT EXISTS (SELECT FROM supervision.outbox WHERE sent_at IS NULL)`;
    return until('every moved clock to be told of', TELL_SECONDS, async () =>
      (await isSo(this.#client, sent)) ? (true as const) : undefined,
    );
  }

  #lastWords(): string {
    const words = Object.entries(this.#samples).map(
      ([step, samples]) => `${step} ${samples.at(-1)?.seconds.toFixed(2) ?? ''} s`,
    );
    return words.join(', ');
  }
}

function movedIn({ counts: { earlier, later, sameDue } }: OwnerPreview): number {
  return earlier + later + sameDue;
}
