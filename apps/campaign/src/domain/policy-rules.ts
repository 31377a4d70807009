import type { ClockRule, Period, Policy, Rung, RungName } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';
import { endsWithDay } from '@bihuan/process-core';
import { checkFacts, checkOrder, requireFacts } from './clock-rule-rules.ts';

/**
 * What the shape alone does not say of a policy. Seconds and notices round the clock are for demonstrations only.
 * @param at JSON pointer of the policy within the request
 * @throws policy.incomplete with all that is missing; field.invalid, policy.factUnknown, policy.ownerUnknown,
 *   policy.rungsBackwards or policy.rungsMixed with the pointer of the first that cannot stand
 */
export function checkPolicy(policy: Policy, at: string): void {
  requireFacts(policy, at);
  const { from, to } = policy.noticeHours;
  if (from >= to) refuse(`${at}/noticeHours/to`);
  for (const [kind, rule] of Object.entries(policy.clocks)) checkLadder(rule, `${at}/clocks/${kind}`);
  checkFacts(policy, at);
  checkOrder(policy, at);
  const terms = petitionTermsOf(policy, `${at}/petitions`);
  for (const [pointer, { decideIn }] of terms) if (isNothing(decideIn)) refuse(`${pointer}/decideIn`);
  if (policy.demonstration) return;
  if (from === '00:00' && to === '24:00') refuse(`${at}/noticeHours`);
  for (const [kind, rule] of Object.entries(policy.clocks)) {
    if (hasSeconds(rule.period)) refuse(`${at}/clocks/${kind}/period`);
    rule.ladder.forEach((rung, i) => {
      if (hasSeconds(rung.before) || hasSeconds(rung.after)) refuse(`${at}/clocks/${kind}/ladder/${i}`);
    });
  }
  for (const [pointer, term] of terms)
    for (const part of ['fileBefore', 'decideIn'] as const)
      if (!endsWithDay(term[part])) refuse(`${pointer}/${part}`);
}

/** The terms of petitions, long and short, each with its pointer; those of the product itself are not looked at. */
function petitionTermsOf({ petitions }: Policy, at: string) {
  if (!petitions) return [];
  return (['long', 'short'] as const).map((length) => [`${at}/${length}`, petitions[length]] as const);
}

const isNothing = (period: Period) => Object.values(period).every((length) => length === 0);

/** Where a rung lies: ahead of the due, on it, or behind it. */
const sides: Readonly<Record<RungName, 'before' | 'on' | 'after'>> = {
  reminder: 'before',
  overdue: 'on',
  leader: 'after',
  interview: 'after',
  raise: 'after',
};

/** Every rung is taken once, on its side of the due; without `overdue` nothing would ever be overdue. */
function checkLadder(rule: ClockRule, at: string): void {
  rule.ladder.forEach((rung, i) => {
    const twice = rule.ladder.findIndex((other) => other.rung === rung.rung) < i;
    if (twice || !onItsSide(rung)) refuse(`${at}/ladder/${i}`);
  });
  if (!rule.ladder.some(({ rung }) => rung === 'overdue')) refuse(`${at}/ladder`);
}

function onItsSide({ rung, before, after }: Rung): boolean {
  const side = sides[rung];
  return (before !== undefined) === (side === 'before') && (after !== undefined) === (side === 'after');
}

function hasSeconds(period: Period | undefined): boolean {
  return period !== undefined && 'seconds' in period;
}

function refuse(pointer: string): never {
  throw new DomainError('field.invalid', { pointer });
}
