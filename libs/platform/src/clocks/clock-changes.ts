import { clockRuleOf } from '@bihuan/process-core';
import type { ClockKind, PauseReason } from '@bihuan/contracts';
import { Injectable } from '@nestjs/common';
import type { Work } from '../commands/index.ts';
import { DomainError } from '../errors/index.ts';
import type { ClockChangeRow, ClockRow } from '../persistence/index.ts';
import { ReferenceBook } from '../reference/index.ts';
import { ClockSettings } from './clock-settings.ts';
import { lockClock, noteChange, writeChange } from './clock-table.ts';
import { changesOf, losesDaysSince, termsOf } from './clock-terms.ts';
import { type ChangePlan, planExtension, planPause, planResume, type RunningClock } from './plan-change.ts';
import { tellClock } from './tell-clock.ts';

/** A later date for a clock, as it was granted. */
export interface Extension {
  readonly due: Date;
  readonly reason: string;
  /** Id of what it was decided by, such as a petition. */
  readonly reference: string;
}

/** Why a clock is to stand still. */
export interface PauseOrder {
  /** Of the clock, as whoever orders it has seen it. */
  readonly version: number;
  readonly reasonCode: PauseReason;
  readonly reason: string;
  /** Number of the order, where there is one. */
  readonly reference: string | null;
}

/** Why a clock goes on. */
export type ResumeOrder = Pick<PauseOrder, 'version' | 'reason'>;

type Note = Pick<ClockChangeRow, 'kind' | 'reason'> &
  Partial<Pick<ClockChangeRow, 'reasonCode' | 'reference'>>;

/** Pauses and extensions of clocks: each a further row beside the clock, with its reason and who approved it. */
@Injectable()
export class ClockChanges {
  constructor(
    private readonly settings: ClockSettings,
    private readonly reference: ReferenceBook,
  ) {}

  /** Undefined where the clock is not open. @throws DomainError `reference.notReady`, `campaign.unknown` */
  async extend(
    work: Work,
    clockId: string,
    { due, reason, reference }: Extension,
  ): Promise<ClockRow | undefined> {
    const row = await lockClock(work.tx, clockId);
    if (row?.state !== 'open') return undefined;
    const clock = await this.running(work, row);
    const plan = planExtension(clock, due, work.now, this.reference.calendar());
    return this.change(work, row, plan, { kind: 'extension', reason, reference });
  }

  /** @throws DomainError `clock.notFound`, `clock.notOpen`, `clock.paused`, `concurrency.stale` */
  async pause(work: Work, clockId: string, order: PauseOrder): Promise<ClockRow> {
    const row = await this.open(work, clockId);
    if (row.pausedAt) throw new DomainError('clock.paused');
    requireSeen(row, order.version);
    const plan = planPause(await this.running(work, row), work.now);
    const { reasonCode, reason, reference } = order;
    return this.change(work, row, plan, { kind: 'pause', reasonCode, reason, reference });
  }

  /** @throws DomainError `clock.notFound`, `clock.notOpen`, `clock.notPaused`, `concurrency.stale` */
  async resume(work: Work, clockId: string, { version, reason }: ResumeOrder): Promise<ClockRow> {
    const row = await this.open(work, clockId);
    if (!row.pausedAt) throw new DomainError('clock.notPaused');
    requireSeen(row, version);
    const clock = await this.running(work, row);
    const plan = planResume(clock, row.pausedAt, work.now, this.reference.calendar());
    return this.change(work, row, plan, { kind: 'resume', reason });
  }

  /** An open clock of a hazard, held. What belongs to no hazard has no order that would stop it. */
  private async open(work: Work, clockId: string): Promise<ClockRow> {
    const row = await lockClock(work.tx, clockId);
    if (!row || row.hazardNo === null) throw new DomainError('clock.notFound');
    if (row.state !== 'open') throw new DomainError('clock.notOpen');
    return row;
  }

  private async running(work: Work, row: ClockRow): Promise<RunningClock> {
    const policy = this.reference.requirePolicyVersion(row.campaignCode, row.policyVersion, work.now);
    const changes = await changesOf(work.tx, [row.id]);
    const rule = clockRuleOf(policy, row.kind as ClockKind);
    return { row, terms: termsOf(row, changes), losesSince: losesDaysSince(row, changes), rule };
  }

  private async change(work: Work, before: ClockRow, plan: ChangePlan, note: Note): Promise<ClockRow> {
    const row = await writeChange(work.tx, before.id, plan);
    const { person, orgCode } = work.actor;
    await noteChange(work.tx, {
      ...{ clockId: row.id, at: work.now, dueBefore: before.due, dueAfter: row.due },
      ...{ reasonCode: null, reference: null, ...note, person, orgCode },
    });
    work.record({
      action: `clock.${note.kind}`,
      subject: row.hazardNo ?? row.id,
      before: { clockId: row.id, due: before.due.toISOString() },
      after: { clockId: row.id, due: row.due.toISOString(), ...note },
    });
    tellClock(work, this.settings.owner, 'moved', row);
    return row;
  }
}

function requireSeen(row: ClockRow, version: number): void {
  if (row.version !== version) throw new DomainError('concurrency.stale', { pointer: '/version' });
}
