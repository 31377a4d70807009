import type { ClockDecision, ObligationClockFact, ObligationFact, RungName } from '@bihuan/contracts';
import { decideClock, type PlannedRung, rungTimes, shortLadder, WorkingCalendar } from '@bihuan/process-core';
import { v7 as uuid } from 'uuid';

const calendar = new WorkingCalendar([]);

/** A clock without a hazard as its owner holds it, in memory, by the product's own rules. */
export class ObligationStory {
  readonly taken: { readonly rung: RungName; readonly at: Date }[] = [];
  /** The owner cannot answer: its database is away. */
  away = false;
  asked = 0;
  #fact: ObligationFact;
  #rungs: readonly PlannedRung[];

  /** @param start business time; the clock is due at `due` */
  constructor(clockId: string, start: Date, due: Date) {
    this.#rungs = rungTimes(shortLadder.rungs, start, due, calendar);
    this.#fact = {
      clockId,
      owner: 'disclosure',
      kind: 'monthlyEdition',
      subject: { kind: 'monthlyEdition', campaignCode: 'SX2023', month: '2023-10' },
      title: { zh: '发布2023年10月信息公开', en: 'Publish the edition of October 2023' },
      version: 1,
      state: 'open',
      due: due.toISOString(),
      wakeAt: this.#rungs[0]?.at.toISOString() ?? null,
      overdueAt: null,
      waitsFor: { orgCode: 'SX-OFFICE', orgName: '省专项行动领导组办公室' },
    };
  }

  opened(now: Date): ObligationClockFact {
    return this.#factOf('obligation.opened', now);
  }

  moved(now: Date, due: Date): ObligationClockFact {
    this.#rungs = rungTimes(shortLadder.rungs, now, due, calendar);
    this.#change({ due: due.toISOString(), wakeAt: this.#rungs[0]?.at.toISOString() ?? null });
    return this.#factOf('obligation.moved', now);
  }

  /** It stands still, and nobody is to ask about it. */
  paused(now: Date): ObligationClockFact {
    this.#change({ paused: true, wakeAt: null });
    return this.#factOf('obligation.moved', now);
  }

  /** It goes on, with another due. */
  resumed(now: Date, due: Date): ObligationClockFact {
    const { paused, ...running } = this.#fact;
    this.#fact = running;
    return this.moved(now, due);
  }

  met(now: Date): ObligationClockFact {
    const { due, overdueAt } = this.#fact;
    this.#change({ state: 'met', wakeAt: null, overdueAt: now >= new Date(due) ? due : overdueAt });
    return this.#factOf('obligation.ended', now);
  }

  decide(now: Date): ClockDecision {
    this.asked += 1;
    if (this.away) throw new Error('The database of the owner is away');
    const { due, state, paused = false } = this.#fact;
    const clock = { state, paused, due: new Date(due), rungs: this.#rungs };
    const decided = decideClock(clock, now, calendar);
    switch (decided.outcome) {
      case 'climbed':
        throw new Error('The clock wants nothing more and was asked about again');
      case 'paused':
        return { outcome: 'paused', ...this.#standing };
      case 'ended':
        return { outcome: 'ended', ...this.#standing };
      case 'notYet':
        return { outcome: 'notYet', remainingMs: decided.remainingMs, ...this.#standing };
      case 'rungTaken': {
        const { rung, rungs, nextWakeAt, overdueAt } = decided;
        this.#rungs = rungs;
        this.#change({
          wakeAt: nextWakeAt?.toISOString() ?? null,
          overdueAt: overdueAt?.toISOString() ?? null,
        });
        this.taken.push({ rung, at: now });
        const nextInMs = nextWakeAt && nextWakeAt.getTime() - now.getTime();
        return { outcome: 'rungTaken', rung, nextInMs, ...this.#standing };
      }
    }
  }

  get #standing() {
    const { version, due, waitsFor, overdueAt } = this.#fact;
    return { version, due, waitsFor: waitsFor.orgName, overdueAt };
  }

  #change(change: Partial<ObligationFact>): void {
    this.#fact = { ...this.#fact, ...change, version: this.#fact.version + 1 };
  }

  #factOf(type: ObligationClockFact['type'], now: Date): ObligationClockFact {
    return {
      id: uuid(),
      type,
      version: 1,
      occurredAt: now.toISOString(),
      aggregate: { type: 'obligation', id: this.#fact.clockId },
      actor: { person: 'service:test', orgCode: null, role: 'service' },
      correlationId: 'test',
      data: this.#fact,
    };
  }
}
