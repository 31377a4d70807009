import {
  type Actor,
  campaignOf,
  type ClockDecision,
  type ClockFact,
  type ClockKind,
  type ObligationFact,
  type Policy,
} from '@bihuan/contracts';
import { Injectable } from '@nestjs/common';
import { CoalescedCommands, serviceActor, UnitOfWork, type Work } from '../commands/index.ts';
import { ReferenceBook } from '../reference/index.ts';
import type { ClockRow } from '../persistence/index.ts';
import { clockId, type ClockOwner, factOfClock, factOfObligation } from './clock-record.ts';
import { ClockChanges, type Extension } from './clock-changes.ts';
import { ClockSettings } from './clock-settings.ts';
import { endClock, endClocks, hazardVersion, insertClock, lockClock, redirectClock } from './clock-table.ts';
import { DecideTogether } from './decide-together.ts';
import { noteRungs } from './note-rungs.ts';
import {
  type ClockRequest,
  type HazardClockRequest,
  type ObligationRequest,
  type PastEnd,
  planClock,
  planEnded,
} from './plan-clock.ts';
import { type ClockChange, tellClock } from './tell-clock.ts';

/** Which clock of this service. */
export type ClockReference = Pick<ClockRequest, 'kind' | 'subject'>;

export interface ClockEnd {
  /** Whether it ended now; false where it had ended before or was never opened. */
  readonly ended: boolean;
  /** Whether its due had passed when it ended. */
  readonly late: boolean;
}

/** The clocks of this service. Whoever changes a clock does so here, within the work that gives the reason. */
@Injectable()
export class ClockBook {
  readonly #owner: ClockOwner;
  readonly #actor: Actor;
  readonly #together: DecideTogether;

  constructor(
    settings: ClockSettings,
    private readonly reference: ReferenceBook,
    private readonly unitOfWork: UnitOfWork,
    private readonly commands: CoalescedCommands,
    private readonly changes: ClockChanges,
  ) {
    this.#owner = settings.owner;
    this.#actor = serviceActor(settings.owner);
    this.#together = new DecideTogether(settings.owner, () => reference.calendar());
  }

  /**
   * Opens a clock, once: a clock that is there stays as it is, met or cancelled too.
   *
   * @throws DomainError `reference.notReady` without a calendar to count by
   */
  async open(work: Work, request: HazardClockRequest): Promise<ClockFact> {
    return factOfClock(await this.openRow(work, request), this.#owner);
  }

  /**
   * Opens a clock that belongs to no hazard, once. A workflow of its own carries it.
   *
   * @throws DomainError `reference.notReady` without a calendar to count by
   */
  async openObligation(work: Work, request: ObligationRequest): Promise<ObligationFact> {
    return factOfObligation(await this.openRow(work, request), this.#owner);
  }

  /**
   * Stores a clock that had ended before its hazard was brought, once; a clock that is there stays as it is. The loop
   * is not told: no timer depends on it.
   */
  async openEnded(work: Work, request: HazardClockRequest, end: PastEnd): Promise<Pick<ClockEnd, 'late'>> {
    const policy = await this.policyOf(work, request);
    const plan = planEnded(this.#owner, { ...request, policy }, end, this.reference.calendar());
    const { row } = await insertClock(work.tx, plan);
    return { late: row.overdueAt !== null };
  }

  /** Ends a clock: what it waited for has happened, in time or late. A clock that is not open stays as it is. */
  meet(work: Work, clock: ClockReference): Promise<ClockEnd> {
    return this.end(work, clock, 'met');
  }

  /** Ends a clock whose reason has gone. A clock that is not open stays as it is. */
  cancel(work: Work, clock: ClockReference): Promise<ClockEnd> {
    return this.end(work, clock, 'cancelled');
  }

  /** Ends all open clocks of a kind that a hazard has: what they waited for has happened. */
  async meetAll(work: Work, hazardNo: string, kind: ClockKind): Promise<void> {
    for (const row of await endClocks(work.tx, { hazardNo, kind }, 'met', work.now))
      this.tell(work, 'ended', row);
  }

  /** Ends all open clocks of a hazard: nothing is to be done about it any more. */
  async cancelAll(work: Work, hazardNo: string): Promise<void> {
    for (const row of await endClocks(work.tx, { hazardNo }, 'cancelled', work.now))
      this.tell(work, 'ended', row);
  }

  /**
   * Gives an open clock a later date that was granted, and a ladder of its own for it; undefined where it is not open.
   *
   * @throws DomainError `reference.notReady`, `campaign.unknown`
   */
  async extend(
    work: Work,
    { kind, subject }: ClockReference,
    granted: Extension,
  ): Promise<ClockFact | undefined> {
    const row = await this.changes.extend(work, clockId(this.#owner, kind, subject), granted);
    return row && factOfClock(row, this.#owner);
  }

  /** Makes an open clock wait for another organisation; due and ladder stay. Undefined where it is not open. */
  async redirect(
    work: Work,
    { kind, subject }: ClockReference,
    waitsFor: ClockFact['waitsFor'],
  ): Promise<ClockFact | undefined> {
    const row = await redirectClock(work.tx, clockId(this.#owner, kind, subject), waitsFor);
    return row && factOfClock(this.tell(work, 'moved', row), this.#owner);
  }

  /**
   * Decides whether a clock is late, and takes at most one rung; clocks that are asked about at once share a
   * transaction. What was committed a moment earlier wins. Asked again, it answers from what was decided.
   *
   * @throws DomainError `resource.notFound` for a clock this service never opened
   */
  async decide(id: string): Promise<ClockDecision> {
    const origin = { actor: this.#actor, correlationId: id };
    const caller = { person: this.#actor.person, actor: () => this.#actor };
    const request = { caller, route: 'decideClock', params: {}, key: null, body: id, requestId: id };
    const decision = await this.commands.run(request, id, this.#together);
    return decision ?? this.unitOfWork.run(origin, (work) => this.#together.alone(work, id));
  }

  private async end(
    work: Work,
    { kind, subject }: ClockReference,
    state: 'met' | 'cancelled',
  ): Promise<ClockEnd> {
    const id = clockId(this.#owner, kind, subject);
    const ended = await endClock(work.tx, id, state, work.now);
    if (ended) this.tell(work, 'ended', ended);
    const clock = ended ?? (await lockClock(work.tx, id));
    return { ended: ended !== undefined, late: clock !== undefined && clock.overdueAt !== null };
  }

  private async openRow(work: Work, request: ClockRequest): Promise<ClockRow> {
    const policy = await this.policyOf(work, request);
    const plan = planClock(this.#owner, { ...request, policy }, this.reference.calendar());
    const { row, fresh } = await insertClock(work.tx, plan);
    if (!fresh) return row;
    noteRungs(
      work,
      row,
      plan.skipped.map(({ rung }) => rung),
      false,
    );
    return this.tell(work, 'opened', row);
  }

  /**
   * A hazard keeps the policy it started with, unless it was moved to another on purpose: all its clocks run by the same
   * version, whenever they are opened, but for those of a kind that was moved by itself. Its first clock here runs by
   * that of its own start.
   */
  private async policyOf(work: Work, request: ClockRequest): Promise<Policy> {
    if (!('hazardNo' in request)) return request.policy;
    const { hazardNo, policy } = request;
    const version = await hazardVersion(work.tx, hazardNo, policy.version);
    if (version === policy.version) return policy;
    return this.reference.requirePolicyVersion(campaignOf(hazardNo), version, work.now);
  }

  private tell(work: Work, change: ClockChange, row: ClockRow): ClockRow {
    tellClock(work, this.#owner, change, row);
    return row;
  }
}
