import type { ClockReply, Outlook, RungRecipient } from '@bihuan/contracts';

/** Rungs of one clock as the outlook tells them beforehand. */
export type Foretold = readonly Pick<Outlook['items'][number], 'rung' | 'at' | 'to'>[];

/** A rung may be taken so late, milliseconds; the loop is woken by its timer and asks the clock's owner. */
const PUNCTUAL_MS = 5_000;

/** Who signs in for whom a rung is told to, where a city must act. The party side of the double leaders has no account. */
const accounts = (city: string): Readonly<Partial<Record<RungRecipient, readonly string[]>>> => ({
  responsible: [`${city}.handler`],
  unitLeader: [`${city}.leader`],
  superior: ['office.handler', 'office.leader'],
  doubleLeaders: [`${city}.leader`],
  viceGovernor: ['vice-governor.industry-safety'],
  governor: ['governor'],
});

/** Rungs that were taken earlier than foretold, much later, or not at all. */
export function unpunctual(foretold: Foretold, { rungsTaken }: Pick<ClockReply, 'rungsTaken'>): string[] {
  const isPunctual = ({ rung, at }: Foretold[number]) => {
    const taken = rungsTaken.find((one) => one.rung === rung);
    const lateMs = taken ? Date.parse(taken.at) - Date.parse(at) : Infinity;
    return lateMs >= 0 && lateMs <= PUNCTUAL_MS;
  };
  return foretold.filter((rung) => !isPunctual(rung)).map(({ rung }) => rung);
}

/** Which messages each account will have, in the order of the rungs. @param city short name of the one that must act */
export function messagesForetold(foretold: Foretold, city: string): ReadonlyMap<string, readonly string[]> {
  const byRecipient = accounts(city);
  const kinds = new Map<string, string[]>();
  for (const { rung, to } of foretold) {
    const told = new Set(to.flatMap((recipient) => byRecipient[recipient] ?? []));
    for (const login of told) kinds.set(login, [...(kinds.get(login) ?? []), `clock.${rung}`]);
  }
  return kinds;
}
