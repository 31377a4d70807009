import type { ClockKind, ClockRule, Period, Policy, Rung, RungName } from '@bihuan/contracts';
import { RungName as RungNames } from '@bihuan/contracts';
import { DomainError, type FieldError } from '@bihuan/platform/errors';
import { clockFacts } from '@bihuan/process-core';

/** What a clock of a policy must say: without one of these nobody could tell when it runs, and whose it is. */
const needed = ['startsWith', 'endsWith', 'owner'] as const;

/**
 * Every clock names what starts it, what ends it and who owns it.
 *
 * @param at JSON pointer of the policy within the request
 * @throws policy.incomplete with the list of what is missing
 */
export function requireFacts({ clocks }: Policy, at: string): void {
  const missing = clockRules(clocks).flatMap(([kind, rule]) =>
    needed.filter((part) => rule[part] === undefined).map((part) => `clocks/${kind}/${part}`),
  );
  if (missing.length === 0) return;
  const fields = missing.map((path): FieldError => ({ pointer: `${at}/${path}`, code: 'field.required' }));
  throw new DomainError('policy.incomplete', { params: { missing: missing.join(', ') }, fields });
}

/** A clock starts and ends with facts that its owner hears of. @throws policy.factUnknown, policy.ownerUnknown */
export function checkFacts({ clocks }: Policy, at: string): void {
  for (const [kind, rule] of clockRules(clocks)) {
    const known = clockFacts[kind];
    for (const part of ['startsWith', 'endsWith'] as const) {
      const unknown = rule[part]?.findIndex((fact) => !known[part].includes(fact)) ?? -1;
      if (unknown < 0) continue;
      const params = { clock: kind, known: known[part].join(', ') };
      throw new DomainError('policy.factUnknown', {
        params,
        pointer: `${at}/clocks/${kind}/${part}/${unknown}`,
      });
    }
    if (rule.owner !== known.owner) {
      const params = { clock: kind, owner: known.owner };
      throw new DomainError('policy.ownerUnknown', { params, pointer: `${at}/clocks/${kind}/owner` });
    }
  }
}

/** Rungs are climbed in their order, each later than the one before. @throws policy.rungsBackwards */
export function checkOrder({ clocks }: Policy, at: string): void {
  for (const [kind, { ladder }] of clockRules(clocks))
    ladder.forEach((rung, i) => {
      const before = ladder[i - 1];
      if (!before || (rank(before.rung) < rank(rung.rung) && offset(before) <= offset(rung))) return;
      const params = { clock: kind, rung: rung.rung };
      throw new DomainError('policy.rungsBackwards', { params, pointer: `${at}/clocks/${kind}/ladder/${i}` });
    });
}

const rank = (rung: RungName) => RungNames.options.indexOf(rung);

/** How far behind the due a rung lies, in seconds; ahead of it negative. Days of any kind count 24 hours: only their order matters. */
function offset({ before, after }: Rung): number {
  if (after) return seconds(after);
  return before ? -seconds(before) : 0;
}

function seconds(period: Period): number {
  if ('seconds' in period) return period.seconds;
  if ('hours' in period) return period.hours * 3_600;
  if ('months' in period) return period.months * 30 * DAY;
  return ('days' in period ? period.days : period.workingDays) * DAY;
}

const DAY = 86_400;

function clockRules(clocks: Policy['clocks']): [ClockKind, ClockRule][] {
  return Object.entries(clocks) as [ClockKind, ClockRule][];
}
