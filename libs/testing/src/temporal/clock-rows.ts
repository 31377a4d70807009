import type { ClockDecision, ClockFact, LoopFact, Rung, RungName } from '@bihuan/contracts';
import { clockIdOf } from '@bihuan/contracts';
import {
  type ClockState,
  decideClock,
  type PlannedRung,
  rungTimes,
  shortLadder,
  WorkingCalendar,
} from '@bihuan/process-core';
import { factOf } from './facts.ts';

const calendar = new WorkingCalendar([]);

interface ClockRow {
  readonly ladder: readonly Rung[];
  fact: ClockFact;
  rungs: readonly PlannedRung[];
}

export interface ClockToOpen {
  readonly owner: ClockFact['owner'];
  readonly kind: ClockFact['kind'];
  /** Hazard number, or the id of a handover. */
  readonly subject: string;
  readonly hazardNo: string;
  readonly start: Date;
  readonly due: Date;
  readonly waitsFor: string;
  /** The short one if left out. */
  readonly ladder?: readonly Rung[];
}

/** A rung of a ladder that was taken, at the business time of the decision. */
export interface TakenRung {
  readonly clockId: string;
  readonly rung: RungName;
  readonly at: Date;
  readonly skipped: readonly RungName[];
}

/** Clocks of a hazard's owners, in memory, by the product's own rules: each decision is atomic, each rung taken once. */
export class ClockRows {
  readonly taken: TakenRung[] = [];
  readonly asked: string[] = [];
  readonly #rows = new Map<string, ClockRow>();

  has(clockId: string): boolean {
    return this.#rows.has(clockId);
  }

  open({ owner, kind, subject, hazardNo, start, due, waitsFor, ladder }: ClockToOpen): LoopFact {
    const clockId = clockIdOf({ owner, kind, subject });
    const climbed = ladder ?? shortLadder.rungs;
    const rungs = rungTimes(climbed, start, due, calendar);
    const fact: ClockFact = {
      clockId,
      owner,
      kind,
      hazardNo,
      version: 1,
      state: 'open',
      due: due.toISOString(),
      wakeAt: rungs[0]?.at.toISOString() ?? null,
      overdueAt: null,
      waitsFor: { orgCode: 'org', orgName: waitsFor },
    };
    this.#rows.set(clockId, { ladder: climbed, fact, rungs });
    return factOf('clock.opened', start, fact);
  }

  /** Moves the due, and the ladder with it. */
  move(clockId: string, due: Date, now: Date): LoopFact {
    const row = this.#row(clockId);
    row.rungs = rungTimes(row.ladder, now, due, calendar);
    this.#change(row, { due: due.toISOString(), wakeAt: row.rungs[0]?.at.toISOString() ?? null });
    return factOf('clock.moved', now, row.fact);
  }

  /** It stands still, and nobody is to ask about it. */
  pause(clockId: string, now: Date): LoopFact {
    const row = this.#row(clockId);
    this.#change(row, { paused: true, wakeAt: null });
    return factOf('clock.moved', now, row.fact);
  }

  /** It goes on, with another due. */
  resume(clockId: string, due: Date, now: Date): LoopFact {
    const row = this.#row(clockId);
    const { paused, ...running } = row.fact;
    row.fact = running;
    return this.move(clockId, due, now);
  }

  /** Ends a clock: what it waited for has happened, or its reason has gone. */
  end(clockId: string, state: 'met' | 'cancelled', now: Date): LoopFact {
    const row = this.#row(clockId);
    this.#change(row, { state, wakeAt: null });
    return factOf('clock.ended', now, row.fact);
  }

  meet(clockId: string, now: Date): LoopFact {
    return this.end(clockId, 'met', now);
  }

  /** Ends every clock that runs: their reason has gone. */
  cancelAll(now: Date): LoopFact[] {
    return [...this.#rows]
      .filter(([, { fact }]) => fact.state === 'open')
      .map(([clockId]) => this.end(clockId, 'cancelled', now));
  }

  decide(clockId: string, now: Date): ClockDecision {
    this.asked.push(clockId);
    const row = this.#row(clockId);
    const decided = decideClock(stateOf(row), now, calendar);
    switch (decided.outcome) {
      case 'ended':
        return { outcome: 'ended', ...standingOf(row) };
      case 'climbed':
        throw new Error(`${clockId} wants nothing more and was asked about again`);
      case 'paused':
        return { outcome: 'paused', ...standingOf(row) };
      case 'notYet':
        return { outcome: 'notYet', remainingMs: decided.remainingMs, ...standingOf(row) };
      case 'rungTaken': {
        const { rung, skipped, rungs, nextWakeAt } = decided;
        const overdueAt = decided.overdueAt?.toISOString() ?? null;
        row.rungs = rungs;
        this.#change(row, { wakeAt: nextWakeAt?.toISOString() ?? null, overdueAt });
        this.taken.push({ clockId, rung, at: now, skipped });
        const nextInMs = nextWakeAt && nextWakeAt.getTime() - now.getTime();
        return { outcome: 'rungTaken', rung, nextInMs, ...standingOf(row) };
      }
    }
  }

  #change(row: ClockRow, change: Partial<ClockFact>): void {
    row.fact = { ...row.fact, ...change, version: row.fact.version + 1 };
  }

  #row(clockId: string): ClockRow {
    const row = this.#rows.get(clockId);
    if (row === undefined) throw new Error(`no clock ${clockId}`);
    return row;
  }
}

const standingOf = ({ fact: { version, due, waitsFor, overdueAt } }: ClockRow) => ({
  version,
  due,
  waitsFor: waitsFor.orgName,
  overdueAt,
});

const stateOf = ({ fact, rungs }: ClockRow): ClockState => ({
  state: fact.state,
  paused: fact.paused === true,
  due: new Date(fact.due),
  rungs,
});
