import type { HazardHistory } from '@bihuan/contracts';
import type { KnownCase } from './known-case.ts';
import type { OwnFact } from './own-fact.ts';
import type { RunningClock } from './running-clocks.ts';

/** When the steps of rectification were taken before the hazard was brought; null: not yet. */
interface PastSteps {
  readonly planFiledAt: string | null;
  readonly completedAt: string | null;
  readonly acceptedAt: string | null;
  readonly struckOffAt: string | null;
}

/** A clock that had ended before the hazard was brought. */
export interface PastClock {
  readonly clock: RunningClock;
  readonly metAt: Date;
}

type Timed = Pick<KnownCase, 'hazardNo' | 'registeredAt' | 'deadline'>;

/** What was accepted or struck off was finished by then; struck off without a date of acceptance, it was accepted when it was finished. */
function stepsOf({ planFiledAt, completedAt, acceptedAt, struckOffAt }: HazardHistory): PastSteps {
  const finishedAt = completedAt ?? acceptedAt ?? struckOffAt;
  return {
    planFiledAt,
    completedAt: finishedAt,
    acceptedAt: acceptedAt ?? (struckOffAt === null ? null : finishedAt),
    struckOffAt,
  };
}

/** The facts that supervision would have established: all in the first round, each with its own date. */
export function pastFacts({ hazardNo, deadline }: Timed, history: HazardHistory): OwnFact[] {
  const { planFiledAt, completedAt, acceptedAt, struckOffAt } = stepsOf(history);
  const round = 1;
  const facts: (OwnFact | null)[] = [
    planFiledAt === null ? null : { type: 'plan.filed', data: { hazardNo, filedAt: planFiledAt } },
    completedAt === null
      ? null
      : {
          type: 'completion.reported',
          data: { hazardNo, round, reportedAt: completedAt, onTime: new Date(completedAt) < deadline },
        },
    acceptedAt === null || completedAt === null
      ? null
      : { type: 'acceptance.applied', data: { hazardNo, round, appliedAt: completedAt } },
    acceptedAt === null
      ? null
      : {
          type: 'acceptance.decided',
          data: { hazardNo, round, passed: true, decidedAt: acceptedAt, newDeadline: null },
        },
    struckOffAt === null ? null : { type: 'hazard.struckOff', data: { hazardNo, struckOffAt } },
  ];
  return facts.filter((fact) => fact !== null);
}

/** The clocks that were met in the past, in time or late; those that still run follow from the facts. */
export function pastClocks({ hazardNo, registeredAt, deadline }: Timed, history: HazardHistory): PastClock[] {
  const { planFiledAt, completedAt, acceptedAt, struckOffAt } = stepsOf(history);
  const subject = hazardNo;
  const ran = (
    { kind, side, namedDue }: Pick<RunningClock, 'kind' | 'side' | 'namedDue'>,
    start: string | null,
    met: string | null,
  ): PastClock[] =>
    start === null || met === null || Date.parse(start) > Date.parse(met)
      ? []
      : [{ clock: { kind, subject, start: new Date(start), namedDue, side }, metAt: new Date(met) }];
  return [
    ...ran(
      { kind: 'rectify', side: 'territorial', namedDue: deadline },
      registeredAt.toISOString(),
      completedAt,
    ),
    ...ran({ kind: 'plan', side: 'territorial', namedDue: null }, settledAt(history), planFiledAt),
    ...ran({ kind: 'accept', side: 'industry', namedDue: null }, completedAt, acceptedAt),
    ...ran({ kind: 'strikeOff', side: 'cityGovernment', namedDue: null }, acceptedAt, struckOffAt),
  ];
}

/** When rectification began: both handovers answered; null where the ledger does not tell. */
function settledAt({ handovers }: HazardHistory): string | null {
  const answers = handovers.flatMap(({ answeredAt }) => (answeredAt === null ? [] : [answeredAt]));
  return answers.length === 2 ? (answers.sort().at(-1) ?? null) : null;
}
