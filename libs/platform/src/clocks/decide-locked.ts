import type { ClockDecision, ClockKind, ClockStanding } from '@bihuan/contracts';
import { type ClockOutcome, decideClock, type WorkingCalendar } from '@bihuan/process-core';
import type { Work } from '../commands/index.ts';
import type { ClockRow } from '../persistence/index.ts';
import { type ClockOwner, stateOfClock, storedRungs } from './clock-record.ts';
import { lastRung } from './clock-table.ts';
import { noteRungs } from './note-rungs.ts';

type RungTaken = Extract<ClockOutcome, { outcome: 'rungTaken' }>;
type Climbed = Extract<ClockOutcome, { outcome: 'climbed' }>;

const LEAST_WAIT_MS = 1_000;

/** A decision, and whether the clock was changed by it. */
interface Decided {
  readonly answer: ClockDecision;
  readonly changed: boolean;
}

/**
 * Decides a clock whose row is held: an answer that committed first is seen here, one that comes later waits. What
 * changes is changed in the clock that was given, and is still to be written.
 */
export async function decideLocked(
  work: Work,
  owner: ClockOwner,
  clock: ClockRow,
  calendar: WorkingCalendar,
): Promise<Decided> {
  const { version } = clock;
  const outcome = decideClock(stateOfClock(clock), work.now, calendar);
  switch (outcome.outcome) {
    case 'ended':
    case 'paused':
      return { answer: { outcome: outcome.outcome, version, ...standingOf(clock) }, changed: false };
    case 'notYet': {
      const { remainingMs } = outcome;
      return { answer: { outcome: 'notYet', version, remainingMs, ...standingOf(clock) }, changed: false };
    }
    case 'rungTaken':
      return takeRung(work, owner, clock, outcome);
    case 'climbed':
      return stayAtTop(work, clock, outcome);
  }
}

/** All that a fact of this row would say: the answer may overtake it. */
function standingOf({ due, waitsForName, overdueAt }: ClockRow): ClockStanding {
  return { due: due.toISOString(), waitsFor: waitsForName, overdueAt: overdueAt?.toISOString() ?? null };
}

function takeRung(work: Work, owner: ClockOwner, clock: ClockRow, taken: RungTaken): Decided {
  const { rung, skipped, rungs, nextWakeAt, overdueAt } = taken;
  const version = clock.version + 1;
  Object.assign(clock, { version, rungs: storedRungs(rungs), wakeAt: nextWakeAt, overdueAt });
  noteRungs(work, clock, skipped, false);
  noteRungs(work, clock, [rung], true);
  tellRung(work, owner, clock, taken);
  work.record({
    action: 'clock.rungTaken',
    subject: clock.hazardNo ?? clock.id,
    after: { clockId: clock.id, rung, skipped },
  });
  const nextInMs = nextWakeAt && Math.max(LEAST_WAIT_MS, nextWakeAt.getTime() - work.now.getTime());
  return { answer: { outcome: 'rungTaken', version, rung, nextInMs, ...standingOf(clock) }, changed: true };
}

function tellRung(
  work: Work,
  owner: ClockOwner,
  clock: ClockRow,
  { rung, to, actions, skipped }: RungTaken,
): void {
  const { hazardNo, obligation } = clock;
  const taken = {
    clockId: clock.id,
    kind: clock.kind as ClockKind,
    rung,
    due: clock.due.toISOString(),
    skipped: [...skipped],
    to: [...to],
    actions: [...actions],
    waitsFor: { orgCode: clock.waitsForOrg, orgName: clock.waitsForName },
  };
  if (obligation)
    work.emit({
      topic: owner,
      type: 'obligation.rungTaken',
      key: clock.id,
      data: { ...taken, ...obligation },
    });
  if (hazardNo !== null)
    work.emit({ topic: owner, type: 'clock.rungTaken', key: hazardNo, data: { ...taken, hazardNo } });
}

/** Nothing is left to climb: the question was asked again, and is answered with the last rung behind the clock. */
async function stayAtTop(work: Work, clock: ClockRow, { skipped, overdueAt }: Climbed): Promise<Decided> {
  noteRungs(work, clock, skipped, false);
  Object.assign(clock, { rungs: [], wakeAt: null, overdueAt });
  // The last rung may have been taken a moment ago, in this transaction.
  await work.flush();
  const rung = await lastRung(work.tx, clock.id);
  const { version } = clock;
  const answer = { outcome: 'rungTaken', version, rung, nextInMs: null, ...standingOf(clock) } as const;
  return { answer, changed: true };
}
