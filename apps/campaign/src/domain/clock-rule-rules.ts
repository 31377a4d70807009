import type { ClockFactName, ClockKind, ClockRule, Period, Policy, Rung, RungName } from '@bihuan/contracts';
import { RungName as RungNames } from '@bihuan/contracts';
import { DomainError, type FieldError } from '@bihuan/platform/errors';
import { clockFacts } from '@bihuan/process-core';

/** What a clock of a policy must say: without one of these nobody could tell when it runs, and whose it is. */
const needed = ['startsWith', 'endsWith', 'owner'] as const;

/**
 * Every clock names what starts it, what ends it and who owns it: all facts that its owner goes by, for the policy holds
 * none of them back.
 *
 * @param at JSON pointer of the policy within the request
 * @throws policy.incomplete with the list of what is missing
 */
export function requireFacts({ clocks }: Policy, at: string): void {
  const missing = clockRules(clocks).flatMap(([kind, rule]) =>
    needed.flatMap((part) => {
      const path = `clocks/${kind}/${part}`;
      if (rule[part] === undefined) return [{ path, missing: path }];
      return factsLeftOut(kind, rule, part).map((fact) => ({ path, missing: `${path}/${fact}` }));
    }),
  );
  if (missing.length === 0) return;
  const fields = missing.map(({ path }): FieldError => ({
    pointer: `${at}/${path}`,
    code: 'field.required',
  }));
  const params = { missing: missing.map((part) => part.missing).join(', ') };
  throw new DomainError('policy.incomplete', { params, fields });
}

function factsLeftOut(kind: ClockKind, rule: ClockRule, part: (typeof needed)[number]): ClockFactName[] {
  return part === 'owner' ? [] : clockFacts[kind][part].filter((fact) => !rule[part]?.includes(fact));
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

/**
 * Rungs are climbed in their order, each no earlier than the one before, in every calendar: those behind the due are
 * counted in one unit, for five working days may end before seven days or after them.
 *
 * @throws policy.rungsBackwards, policy.rungsMixed
 */
export function checkOrder({ clocks }: Policy, at: string): void {
  for (const [kind, { ladder }] of clockRules(clocks))
    ladder.forEach((rung, i) => {
      const before = ladder[i - 1];
      const refusal = before && refusalOf(before, rung);
      if (!refusal) return;
      const params = { clock: kind, rung: rung.rung };
      throw new DomainError(refusal, { params, pointer: `${at}/clocks/${kind}/ladder/${i}` });
    });
}

function refusalOf(before: Rung, rung: Rung): 'policy.rungsBackwards' | 'policy.rungsMixed' | undefined {
  if (rank(before.rung) >= rank(rung.rung)) return 'policy.rungsBackwards';
  if (!before.after || !rung.after) return undefined;
  const [earlier, later] = [lengthOf(before.after), lengthOf(rung.after)];
  if (earlier.unit !== later.unit) return 'policy.rungsMixed';
  return earlier.length > later.length ? 'policy.rungsBackwards' : undefined;
}

const rank = (rung: RungName) => RungNames.options.indexOf(rung);

/** A period in its unit; hours and seconds both run on the clock. */
function lengthOf(period: Period): { readonly unit: string; readonly length: number } {
  if ('seconds' in period) return { unit: 'seconds', length: period.seconds };
  if ('hours' in period) return { unit: 'seconds', length: period.hours * 3_600 };
  if ('months' in period) return { unit: 'months', length: period.months };
  return 'days' in period
    ? { unit: 'days', length: period.days }
    : { unit: 'workingDays', length: period.workingDays };
}

function clockRules(clocks: Policy['clocks']): [ClockKind, ClockRule][] {
  return Object.entries(clocks) as [ClockKind, ClockRule][];
}
