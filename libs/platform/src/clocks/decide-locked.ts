import type { ClockDecision, ClockKind, ClockStanding } from '@bihuan/contracts';
import { type ClockOutcome, decideClock, type WorkingCalendar } from '@bihuan/process-core';
import type { Work } from '../commands/index.ts';
import { DomainError } from '../errors/index.ts';
import type { ClockRow } from '../persistence/index.ts';
import { type ClockOwner, stateOfClock } from './clock-record.ts';
import { lastRung, lockClock, rememberRungs, writeLadder } from './clock-table.ts';

type RungTaken = Extract<ClockOutcome, { outcome: 'rungTaken' }>;
type Climbed = Extract<ClockOutcome, { outcome: 'climbed' }>;

const LEAST_WAIT_MS = 1_000;

/** Decides a clock under its row lock: an answer that commits first is seen here, one that comes later waits. */
export async function decideLocked(
  work: Work,
  owner: ClockOwner,
  clockId: string,
  calendar: WorkingCalendar,
): Promise<ClockDecision> {
  const clock = await lockClock(work.tx, clockId);
  if (!clock) throw new DomainError('resource.notFound');
  const outcome = decideClock(stateOfClock(clock), work.now, calendar);
  switch (outcome.outcome) {
    case 'ended':
      return { outcome: 'ended', version: clock.version, ...standingOf(clock, clock.overdueAt) };
    case 'paused':
      return { outcome: 'paused', version: clock.version, ...standingOf(clock, clock.overdueAt) };
    case 'notYet':
      return {
        outcome: 'notYet',
        version: clock.version,
        remainingMs: outcome.remainingMs,
        ...standingOf(clock, clock.overdueAt),
      };
    case 'rungTaken':
      return takeRung(work, owner, clock, outcome);
    case 'climbed':
      return stayAtTop(work, clock, outcome);
  }
}

/** All that a fact of this row would say: the answer may overtake it. */
function standingOf({ due, waitsForName }: ClockRow, overdueAt: Date | null): ClockStanding {
  return { due: due.toISOString(), waitsFor: waitsForName, overdueAt: overdueAt?.toISOString() ?? null };
}

async function takeRung(
  work: Work,
  owner: ClockOwner,
  clock: ClockRow,
  taken: RungTaken,
): Promise<ClockDecision> {
  const { rung, skipped, rungs, nextWakeAt, overdueAt } = taken;
  const version = clock.version + 1;
  await rememberRungs(
    work.tx,
    clock,
    [...skipped.map((name) => [name, false] as const), [rung, true]],
    work.now,
  );
  await writeLadder(work.tx, clock.id, { version, rungs, wakeAt: nextWakeAt, overdueAt });
  tellRung(work, owner, clock, taken);
  work.record({
    action: 'clock.rungTaken',
    subject: clock.hazardNo ?? clock.id,
    after: { clockId: clock.id, rung, skipped },
  });
  return {
    outcome: 'rungTaken',
    version,
    rung,
    nextInMs: nextWakeAt && Math.max(LEAST_WAIT_MS, nextWakeAt.getTime() - work.now.getTime()),
    ...standingOf(clock, overdueAt),
  };
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
async function stayAtTop(
  work: Work,
  clock: ClockRow,
  { skipped, overdueAt }: Climbed,
): Promise<ClockDecision> {
  await rememberRungs(
    work.tx,
    clock,
    skipped.map((name) => [name, false] as const),
    work.now,
  );
  await writeLadder(work.tx, clock.id, { version: clock.version, rungs: [], wakeAt: null, overdueAt });
  const last = await lastRung(work.tx, clock.id);
  if (!last) throw new Error(`Clock ${clock.id} was opened without a ladder`);
  return {
    outcome: 'rungTaken',
    version: clock.version,
    rung: last,
    nextInMs: null,
    ...standingOf(clock, overdueAt),
  };
}
