import fc from 'fast-check';
import { DAY, instantOf, type Minute, PlainCalendar } from './plain-calendar.fixture.ts';
import { PlainClock } from './plain-clock.fixture.ts';
import { clockKinds, plainRule, type PolicyVersion, type ScriptedKind } from './policies.fixture.ts';

/** What may happen to the clocks. Time passes either with somebody asking at each wake-up, or with everybody away. */
export type Step =
  | { readonly does: 'pass' | 'outage'; readonly minutes: number }
  | { readonly does: 'open' | 'ask' | 'meet' | 'cancel' | 'pause' | 'resume'; readonly kind: ScriptedKind }
  | { readonly does: 'extend'; readonly kind: ScriptedKind; readonly days: number }
  /** A day becomes a holiday, or is one no longer; applied to what is open, or not yet. */
  | { readonly does: 'dayChanged'; readonly day: number; readonly applied: boolean }
  /** The hazard is moved to a version of the policy. */
  | { readonly does: 'policyMoved'; readonly version: PolicyVersion };

export interface Script {
  readonly start: Minute;
  readonly steps: readonly Step[];
}

/** How a clock stands in the end, and what is behind it; instants as ISO texts. */
export interface Ledger {
  readonly state: string;
  readonly due: string;
  readonly wakeAt: string | null;
  readonly overdueAt: string | null;
  readonly pausedAt: string | null;
  readonly ladder: number;
  readonly ahead: readonly string[];
  /** In alphabetical order: what is decided in the same minute has no other. */
  readonly behind: readonly string[];
}

/** Clocks that a script is played on: the product's. Each answers in the words of the plain ones. */
export interface ScriptedClocks {
  at(now: Date): void;
  calendar(exceptions: ReadonlySet<number>): void;
  open(kind: ScriptedKind, start: Minute): Promise<void>;
  ask(kind: ScriptedKind): Promise<string>;
  end(kind: ScriptedKind, state: 'met' | 'cancelled'): Promise<string>;
  pause(kind: ScriptedKind): Promise<string>;
  resume(kind: ScriptedKind): Promise<string>;
  extend(kind: ScriptedKind, granted: Date): Promise<string>;
  /** By the calendar as it is now; or by a version of the policy, which is to hold from now on. */
  reproject(version?: PolicyVersion): Promise<void>;
  ledger(kind: ScriptedKind): Promise<Ledger>;
}

const kind = fc.constantFrom(...clockKinds);
const weighted = (weight: number, arbitrary: fc.Arbitrary<Step>) => ({ weight, arbitrary });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  weighted(6, fc.record({ does: fc.constant('pass'), minutes: fc.integer({ min: 1, max: 4 * DAY }) })),
  weighted(2, fc.record({ does: fc.constant('outage'), minutes: fc.integer({ min: 1, max: 12 * DAY }) })),
  weighted(4, fc.record({ does: fc.constantFrom('open', 'ask'), kind })),
  weighted(6, fc.record({ does: fc.constantFrom('pause', 'pause', 'resume'), kind })),
  weighted(1, fc.record({ does: fc.constantFrom('meet', 'cancel'), kind })),
  weighted(2, fc.record({ does: fc.constant('extend'), kind, days: fc.integer({ min: -5, max: 20 }) })),
  weighted(
    4,
    fc.record({
      does: fc.constant('dayChanged'),
      day: fc.integer({ min: 281, max: 302 }),
      applied: fc.boolean(),
    }),
  ),
  weighted(
    2,
    fc.record({ does: fc.constant('policyMoved'), version: fc.constantFrom<PolicyVersion[]>(1, 2) }),
  ),
);
/** Begins on one of the days from Monday 9 October 2023, at any minute. */
export const anyScript: fc.Arbitrary<Script> = fc.record({
  start: fc.integer({ min: 281 * DAY, max: 288 * DAY }),
  steps: fc.array(anyStep, { minLength: 10, maxLength: 25, size: 'max' }),
});

/** The National Day of 2023 as the small province has it stored. */
const nationalDay = [271, 274, 275, 276, 277, 278, 279, 280];

/** Plays a script on plain clocks and on the product's side by side. @returns what each said and how each stands */
export async function played({ start, steps }: Script, clocks: ScriptedClocks) {
  const play = new Play(start, clocks);
  for (const kind of clockKinds) await play.step({ does: 'open', kind });
  for (const step of steps) await play.step(step);
  return play.outcome();
}

class Play {
  #now: Minute;
  #calendar = new PlainCalendar(new Set(nationalDay));
  readonly #plain = new Map<ScriptedKind, PlainClock>();
  readonly #version = new Map<ScriptedKind, PolicyVersion>();
  readonly #expected: string[] = [];
  readonly #said: string[] = [];

  constructor(
    start: Minute,
    private readonly clocks: ScriptedClocks,
  ) {
    this.#now = start;
    clocks.calendar(this.#calendar.exceptions);
  }

  async outcome() {
    const expected = clockKinds.map((kind) => ledgerOf(this.#clock(kind)));
    const found = await Promise.all(clockKinds.map((kind) => this.clocks.ledger(kind)));
    return {
      expected: { answers: this.#expected, ledgers: expected },
      found: { answers: this.#said, ledgers: found },
    };
  }

  async step(step: Step): Promise<void> {
    this.clocks.at(instantOf(this.#now));
    switch (step.does) {
      case 'pass':
        return this.#pass(this.#now + step.minutes);
      case 'outage':
        this.#now += step.minutes;
        return;
      case 'dayChanged':
        this.#changeDay(step.day);
        return step.applied ? this.#reproject() : undefined;
      case 'policyMoved':
        return this.#reproject(step.version);
      case 'open':
        return this.#open(step.kind);
      default:
        return this.#toOne(step);
    }
  }

  async #toOne(step: Extract<Step, { kind: ScriptedKind }>): Promise<void> {
    const { kind } = step;
    const clock = this.#clock(kind);
    const [now, calendar, { clocks }] = [this.#now, this.#calendar, this];
    switch (step.does) {
      case 'open':
        return;
      case 'ask':
        this.#compare(step, clock.ask(now, calendar), await clocks.ask(kind));
        return;
      case 'meet':
        this.#compare(step, clock.end('met', now), await clocks.end(kind, 'met'));
        return;
      case 'cancel':
        this.#compare(step, clock.end('cancelled', now), await clocks.end(kind, 'cancelled'));
        return;
      case 'pause':
        this.#compare(step, clock.pause(now), await clocks.pause(kind));
        return;
      case 'resume':
        this.#compare(step, clock.resume(now, calendar), await clocks.resume(kind));
        return;
      case 'extend': {
        const granted = clock.due + step.days * DAY;
        const said = await clocks.extend(kind, instantOf(granted));
        this.#compare(step, clock.extend(granted, now, calendar), said);
      }
    }
  }

  #clock(kind: ScriptedKind): PlainClock {
    const clock = this.#plain.get(kind);
    if (!clock) throw new Error(`${kind} was never opened`);
    return clock;
  }

  /** Opening again changes nothing, however often. */
  async #open(kind: ScriptedKind): Promise<void> {
    if (!this.#plain.has(kind)) {
      const { base, ladder } = plainRule(1, kind, this.#now);
      this.#plain.set(kind, new PlainClock(this.#now, base, ladder, this.#calendar));
      this.#version.set(kind, 1);
    }
    await this.clocks.open(kind, this.#now);
  }

  /** Whoever is to be asked is asked at that minute, the nearest first. */
  async #pass(until: Minute): Promise<void> {
    for (;;) {
      const [next] = [...this.#plain]
        .flatMap(([kind, { wakeAt }]) => (wakeAt === null ? [] : [{ kind, wakeAt }]))
        .sort((a, b) => a.wakeAt - b.wakeAt);
      if (!next || next.wakeAt > until) break;
      this.#now = Math.max(this.#now, next.wakeAt);
      this.clocks.at(instantOf(this.#now));
      await this.#toOne({ does: 'ask', kind: next.kind });
    }
    this.#now = until;
  }

  #reproject(version?: PolicyVersion): Promise<void> {
    for (const [kind, clock] of this.#plain) {
      if (clock.state !== 'open' || version === this.#version.get(kind)) continue;
      clock.reproject(this.#now, this.#calendar, version && plainRule(version, kind, clock.start));
      if (version) this.#version.set(kind, version);
    }
    return this.clocks.reproject(version);
  }

  #changeDay(day: number): void {
    const exceptions = new Set(this.#calendar.exceptions);
    if (!exceptions.delete(day)) exceptions.add(day);
    this.#calendar = new PlainCalendar(exceptions);
    this.clocks.calendar(exceptions);
  }

  #compare(step: Extract<Step, { kind: ScriptedKind }>, expected: string, said: string): void {
    const line = `${instantOf(this.#now).toISOString()} ${step.kind} ${step.does}: `;
    this.#expected.push(line + expected);
    this.#said.push(line + said);
  }
}

const iso = (minute: Minute | null) => (minute === null ? null : instantOf(minute).toISOString());

function ledgerOf(clock: PlainClock): Ledger {
  return {
    state: clock.state,
    due: instantOf(clock.due).toISOString(),
    wakeAt: iso(clock.wakeAt),
    overdueAt: iso(clock.late),
    pausedAt: iso(clock.pausedAt),
    ladder: clock.ladder,
    ahead: clock.state === 'open' ? clock.ahead.map(({ rung, at }) => `${rung} ${iso(at) ?? ''}`) : [],
    behind: [...clock.behind].sort(),
  };
}
