import type { ClockDecision, ClockFact } from '@bihuan/contracts';
import { Injectable } from '@nestjs/common';
import { serviceActor, UnitOfWork, type Work } from '../commands/index.ts';
import { ReferenceBook } from '../reference/index.ts';
import { type ClockOwner, factOfClock } from './clock-record.ts';
import { ClockSettings } from './clock-settings.ts';
import { endClock, insertClock, moveClock } from './clock-table.ts';
import { decideLocked } from './decide-locked.ts';
import { planClock, type ClockRequest, type MoveRequest, planMove } from './plan-clock.ts';

/** The clocks of this service. Whoever changes a clock does so here, within the work that gives the reason. */
@Injectable()
export class ClockBook {
  readonly #owner: ClockOwner;

  constructor(
    settings: ClockSettings,
    private readonly reference: ReferenceBook,
    private readonly unitOfWork: UnitOfWork,
  ) {
    this.#owner = settings.owner;
  }

  /**
   * Opens a clock, once: a clock that is there stays as it is, met or cancelled too.
   *
   * @throws DomainError `reference.notReady` without a calendar to count by
   */
  async open(work: Work, request: ClockRequest): Promise<ClockFact> {
    const plan = planClock(this.#owner, request, this.reference.calendar());
    const { row, fresh } = await insertClock(work.tx, plan);
    const fact = factOfClock(row, this.#owner);
    if (fresh) this.tell(work, 'clock.opened', fact);
    return fact;
  }

  /** Ends a clock: what it waited for has happened. Undefined where it is not open. */
  meet(work: Work, clockId: string): Promise<ClockFact | undefined> {
    return this.end(work, clockId, 'met');
  }

  /** Ends a clock whose reason has gone. Undefined where it is not open. */
  cancel(work: Work, clockId: string): Promise<ClockFact | undefined> {
    return this.end(work, clockId, 'cancelled');
  }

  /**
   * Gives an open clock another due and its ladder anew; rungs already taken are not taken again.
   * Undefined where it is not open.
   */
  async move(work: Work, clockId: string, request: MoveRequest): Promise<ClockFact | undefined> {
    const calendar = this.reference.calendar();
    const row = await moveClock(work.tx, clockId, (clock) => planMove(clock, request, calendar));
    return row && this.tell(work, 'clock.moved', factOfClock(row, this.#owner));
  }

  /**
   * Decides, in one transaction of its own, whether a clock is late, and takes at most one rung. What was
   * committed a moment earlier wins. Asked again, it answers from what was decided.
   *
   * @throws DomainError `resource.notFound` for a clock this service never opened
   */
  decide(clockId: string): Promise<ClockDecision> {
    const origin = { actor: serviceActor(this.#owner), correlationId: clockId };
    return this.unitOfWork.run(origin, (work) =>
      decideLocked(work, this.#owner, clockId, this.reference.calendar()),
    );
  }

  private async end(work: Work, clockId: string, state: 'met' | 'cancelled'): Promise<ClockFact | undefined> {
    const row = await endClock(work.tx, clockId, state, work.now);
    return row && this.tell(work, 'clock.ended', factOfClock(row, this.#owner));
  }

  private tell(work: Work, type: 'clock.opened' | 'clock.moved' | 'clock.ended', fact: ClockFact): ClockFact {
    work.emit({ topic: this.#owner, type, key: fact.hazardNo, data: fact });
    return fact;
  }
}

