import type { ReprojectionCause } from '@bihuan/contracts';
import { clockRuleOf, decideClock, nextWake, type PlannedRung, WorkingCalendar } from '@bihuan/process-core';
import type { ClockChangeRow, ClockRow } from '../../persistence/index.ts';
import { stateOfClock } from '../clock-record.ts';
import { losesDaysSince, termsOf } from '../clock-terms.ts';
import { type ChangePlan, planExtension, planPause, planResume, type RunningClock } from '../plan-change.ts';
import { planClock } from '../plan-clock.ts';
import { Targets } from '../reprojection/targets.ts';
import { instantOf, type Minute, storedYear } from './plain-calendar.fixture.ts';
import { namedDue, type PolicyVersion, scriptedPolicy, type ScriptedKind } from './policies.fixture.ts';
import type { Ledger, ScriptedClocks } from './script.fixture.ts';

const hazardNo = 'SX2023-140105-GAS-202310-000017';

interface Kept {
  row: ClockRow;
  readonly changes: ClockChangeRow[];
  readonly behind: string[];
}

/** Clocks in memory by the product's rules alone: what is planned for a row is written to it. */
export class PlannedClocks implements ScriptedClocks {
  readonly #kept = new Map<ScriptedKind, Kept>();
  #now = instantOf(0);
  #calendar = new WorkingCalendar([]);

  at(now: Date): void {
    this.#now = now;
  }

  calendar(exceptions: ReadonlySet<number>): void {
    this.#calendar = new WorkingCalendar([storedYear(exceptions, this.#calendar.version + 1)]);
  }

  open(kind: ScriptedKind, start: Minute): Promise<void> {
    const request = {
      ...{ kind, subject: hazardNo, hazardNo, start: this.#now, policy: scriptedPolicy[1] },
      waitsFor: { orgCode: 'TY', orgName: '太原市人民政府' },
      ...(kind === 'rectify' && { namedDue: instantOf(namedDue(start)) }),
    };
    if (!this.#kept.has(kind)) {
      const plan = planClock('supervision', request, this.#calendar);
      this.#kept.set(kind, { row: rowOf(plan), changes: [], behind: [] });
    }
    return Promise.resolve();
  }

  ask(kind: ScriptedKind): Promise<string> {
    const { row, behind } = this.#of(kind);
    const decided = decideClock(stateOfClock(row), this.#now, this.#calendar);
    if (decided.outcome === 'notYet')
      return Promise.resolve(`notYet ${String(Math.floor(decided.remainingMs / 60_000))}`);
    if (decided.outcome !== 'rungTaken' && decided.outcome !== 'climbed')
      return Promise.resolve(decided.outcome);
    const taken = decided.outcome === 'rungTaken' ? decided : undefined;
    for (const rung of decided.skipped) behind.push(`${String(row.ladder)} ${rung} skipped`);
    if (taken) behind.push(`${String(row.ladder)} ${taken.rung}`);
    const rungs = taken?.rungs ?? [];
    this.#write(kind, { rungs, wakeAt: rungs[0]?.at ?? null, overdueAt: decided.overdueAt });
    return Promise.resolve(taken ? `took ${taken.rung}` : 'nothing left');
  }

  end(kind: ScriptedKind, state: 'met' | 'cancelled'): Promise<string> {
    const { row } = this.#of(kind);
    if (row.state !== 'open') return Promise.resolve('left alone');
    const late = row.due <= this.#now && (row.pausedAt === null || row.pausedAt >= row.due);
    this.#write(kind, { state, wakeAt: null, pausedAt: null, overdueAt: late ? row.due : row.overdueAt });
    return Promise.resolve(state);
  }

  pause(kind: ScriptedKind): Promise<string> {
    const { row } = this.#of(kind);
    if (row.state !== 'open') return Promise.resolve('clock.notOpen');
    if (row.pausedAt) return Promise.resolve('clock.paused');
    this.#change(kind, 'pause', planPause(this.#running(kind), this.#now));
    return Promise.resolve('stands still');
  }

  resume(kind: ScriptedKind): Promise<string> {
    const { row } = this.#of(kind);
    if (row.state !== 'open') return Promise.resolve('clock.notOpen');
    if (!row.pausedAt) return Promise.resolve('clock.notPaused');
    const plan = planResume(this.#running(kind), row.pausedAt, this.#now, this.#calendar);
    this.#change(kind, 'resume', plan);
    return Promise.resolve('goes on');
  }

  extend(kind: ScriptedKind, granted: Date): Promise<string> {
    const { row } = this.#of(kind);
    if (row.state !== 'open') return Promise.resolve('left alone');
    const plan = planExtension(this.#running(kind), granted, this.#now, this.#calendar);
    this.#change(kind, 'extension', plan);
    return Promise.resolve(plan.ladder === row.ladder ? 'as it was' : 'extended');
  }

  /** As the statement does it, which is held against the plain clocks by itself. */
  reproject(toVersion?: PolicyVersion): Promise<void> {
    const policies = { of: (_: string, version: number) => scriptedPolicy[version as PolicyVersion] };
    const targets = new Targets(causeOf(toVersion), policies, this.#calendar, this.#now);
    for (const [kind, { row, changes, behind }] of this.#kept) {
      if (row.state !== 'open' || row.policyVersion === toVersion) continue;
      const { due, period, policy_version: policyVersion, ...ladder } = targets.ofClock(row, changes);
      if (row.overdueAt && due >= row.due && due <= (row.pausedAt ?? this.#now)) {
        const { rungs } = stateOfClock(row);
        const wakeAt = row.pausedAt ? null : nextWake({ state: 'open', due, rungs, late: true });
        this.#write(kind, { due, period, policyVersion, overdueAt: due, wakeAt });
        continue;
      }
      if (due > row.due && row.overdueAt) {
        const ladderSince = row.pausedAt ?? this.#now;
        const began = { ladder: row.ladder + 1, ladderSince, ...this.#wakes(row, due, ladder.ahead) };
        this.#write(kind, { due, period, policyVersion, ...began });
        continue;
      }
      const passed = row.overdueAt !== null || (!row.pausedAt && row.due <= this.#now);
      if (due.getTime() === row.due.getTime() && passed) {
        this.#write(kind, { period, policyVersion });
        continue;
      }
      const isBehind = (name: string) =>
        behind.some((line) => line.startsWith(`${String(row.ladder)} ${name}`));
      const isOpen = ({ rung, at }: PlannedRung) => at >= row.ladderSince && !isBehind(rung);
      const ahead = ladder.ahead.filter(isOpen);
      const missed = ladder.missed.filter(isOpen);
      const same =
        String(ahead.map(({ at }) => +at)) === String(stateOfClock(row).rungs.map(({ at }) => +at));
      const stands = toVersion === undefined && (same || row.pausedAt !== null);
      if (due.getTime() === row.due.getTime() && stands) continue;
      for (const { rung } of missed) behind.push(`${String(row.ladder)} ${rung} skipped`);
      this.#write(kind, { due, period, policyVersion, ...this.#wakes(row, due, ahead) });
    }
    return Promise.resolve();
  }

  #wakes({ pausedAt }: ClockRow, due: Date, rungs: readonly PlannedRung[]): Partial<ClockRow> {
    const late = due <= this.#now && !(pausedAt && pausedAt < due);
    return { rungs, wakeAt: pausedAt ? null : (rungs[0]?.at ?? null), overdueAt: late ? due : null };
  }

  ledger(kind: ScriptedKind): Promise<Ledger> {
    const { row, behind } = this.#of(kind);
    return Promise.resolve({ ...standing(row), behind: [...behind].sort() });
  }

  #running(kind: ScriptedKind): RunningClock {
    const { row, changes } = this.#of(kind);
    const losesSince = losesDaysSince(row, changes);
    const policy = scriptedPolicy[row.policyVersion as PolicyVersion];
    return { row, terms: termsOf(row, changes), losesSince, rule: clockRuleOf(policy, kind) };
  }

  #change(kind: ScriptedKind, change: ClockChangeRow['kind'], plan: ChangePlan): void {
    const { row, changes } = this.#of(kind);
    const note = { id: '', clockId: row.id, kind: change, at: this.#now, reason: '', reasonCode: null };
    const moved = { dueBefore: row.due, dueAfter: plan.due };
    changes.push({ ...note, ...moved, reference: null, person: '', orgCode: null });
    this.#write(kind, plan);
  }

  #of(kind: ScriptedKind): Kept {
    const kept = this.#kept.get(kind);
    if (!kept) throw new Error(`${kind} was never opened`);
    return kept;
  }

  #write(kind: ScriptedKind, change: Partial<ClockRow>): void {
    const kept = this.#of(kind);
    kept.row = rowOf(Object.assign({}, kept.row, change));
  }
}

/** What re-projects: the calendar as it is now, or a version of the policy. */
export function causeOf(toVersion?: PolicyVersion): ReprojectionCause {
  return toVersion ? { kind: 'policy', campaignCode: 'SX2023', toVersion } : { kind: 'calendar' };
}

/** As a row is read: its rungs are what JSON makes of them. */
function rowOf(plan: Omit<ClockRow, 'remindedAt' | 'toTell'>): ClockRow {
  return {
    remindedAt: null,
    toTell: null,
    ...plan,
    rungs: JSON.parse(JSON.stringify(plan.rungs)) as object[],
  };
}

/** A row as a ledger tells of it. */
export function standing(row: ClockRow): Omit<Ledger, 'behind'> {
  const { state, due, wakeAt, overdueAt, pausedAt, ladder } = row;
  return {
    ...{ state, ladder, due: due.toISOString(), wakeAt: wakeAt?.toISOString() ?? null },
    ...{ overdueAt: overdueAt?.toISOString() ?? null, pausedAt: pausedAt?.toISOString() ?? null },
    ahead:
      state === 'open' ? stateOfClock(row).rungs.map(({ rung, at }) => `${rung} ${at.toISOString()}`) : [],
  };
}
