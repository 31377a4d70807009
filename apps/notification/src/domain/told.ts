import type { Recipient } from './directory.ts';
import type { Reason } from './reason.ts';

/** An office that is told, and why. */
export interface Told extends Recipient {
  readonly why: Reason;
}

/** The same reason for all of them. */
export function because(why: Reason, recipients: readonly Recipient[]): Told[] {
  return recipients.map((recipient) => ({ ...recipient, why }));
}

export function handlersOf(orgCode: string): Recipient {
  return { orgCode, role: 'handler', person: null };
}

export function leadersOf(orgCode: string): Recipient {
  return { orgCode, role: 'leader', person: null };
}

export function everybodyOf(orgCode: string): Recipient[] {
  return [handlersOf(orgCode), leadersOf(orgCode)];
}

/** Whoever is addressed by office is not addressed again by name. */
export function distinct(told: readonly Told[]): Told[] {
  const office = ({ orgCode, role }: Recipient): string => `${orgCode} ${role}`;
  const whole = new Set(told.filter(({ person }) => person === null).map(office));
  const kept = told.filter((one) => one.person === null || !whole.has(office(one)));
  const first = new Map<string, Told>();
  for (const one of kept) {
    const key = `${office(one)} ${one.person ?? ''}`;
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}
