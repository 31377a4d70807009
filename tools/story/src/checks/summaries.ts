import type { ClockKind, ClockReply, NotificationReply, Outlook, TimelineEntry } from '@bihuan/contracts';
import { OtherThanTold } from './as-told.ts';
import { textOf } from './times.ts';

/** Kinds of clocks that something is still ahead of, each once, by name. */
export function kindsAhead({ items, paused }: Pick<Outlook, 'items' | 'paused'>): ClockKind[] {
  return [...new Set([...items, ...paused].map(({ kind }) => kind))].sort();
}

/** How each clock stands, by kind: `accept met`; with `late` where it was overdue. */
export function endsOf(clocks: readonly Pick<ClockReply, 'kind' | 'state' | 'overdueAt'>[]): string[] {
  return clocks.map(({ kind, state, overdueAt }) => `${kind} ${state}${overdueAt ? ' late' : ''}`).sort();
}

/** The clock of that kind that waits, or waited, for an organisation. @throws OtherThanTold where there is not one */
export function clockOf(clocks: readonly ClockReply[], kind: ClockKind, orgCode: string): ClockReply {
  const found = clocks.filter((clock) => clock.kind === kind && clock.waitsFor.orgCode === orgCode);
  if (found.length !== 1 || !found[0])
    throw new OtherThanTold(`clocks ${kind} of ${orgCode}`, 1, found.length);
  return found[0];
}

/** Rungs in the order in which they were taken or will be. */
export function rungs(taken: readonly { readonly rung: string; readonly at: string }[]): string[] {
  return taken.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).map(({ rung }) => rung);
}

export function kindsOf(messages: readonly Pick<NotificationReply, 'kind'>[]): string[] {
  return messages.map(({ kind }) => kind);
}

/** The history in the words of its facts. */
export function factsOf(entries: readonly Pick<TimelineEntry, 'type'>[]): string[] {
  return entries.map(({ type }) => type);
}

/** A change of a clock: both dates, why, by what it was decided, and who approved it. */
export function changeOf({
  kind,
  dueBefore,
  dueAfter,
  reason,
  reference,
  person,
}: ClockReply['changes'][number]) {
  return { kind, from: textOf(dueBefore), to: textOf(dueAfter), reason, reference, person };
}
