import type { EventOf } from '@bihuan/contracts';
import type { DeadlineMove } from '@bihuan/process-core';

/** What a version of a clock says: ISO 8601, UTC. */
interface HeardDue {
  readonly at: string;
  /** Null where it stands still and was not late by then. */
  readonly due: string | null;
}

/** Dues of the clocks of a hazard's rounds, by clock id and version. */
export type HeardDues = Readonly<Record<string, Readonly<Record<number, HeardDue>>>>;

type ClockEvent = EventOf<'clock.opened' | 'clock.moved' | 'clock.ended'>;

/** Keeps what a clock says. A version that is told again is as old as its first telling. */
export function withDue(dues: HeardDues, { data, occurredAt }: ClockEvent): HeardDues {
  const { clockId, version, state, paused, overdueAt, due } = data;
  const known = dues[clockId]?.[version];
  if (known && known.at <= occurredAt) return dues;
  const standsStill = state === 'open' && paused === true && overdueAt === null;
  const heard = { at: occurredAt, due: standsStill ? null : due };
  return { ...dues, [clockId]: { ...dues[clockId], [version]: heard } };
}

/** The versions that say something else than the ones before them, and at first than the deadline that was named. */
export function movesOf(dues: HeardDues, clockId: string, deadline: string): DeadlineMove[] {
  let stands: string | null = deadline;
  return Object.entries(dues[clockId] ?? {})
    .map(([version, heard]) => ({ version: Number(version), ...heard }))
    .sort((a, b) => a.version - b.version)
    .flatMap(({ version, at, due }) => {
      if (due === stands) return [];
      stands = due;
      return [{ version, at: new Date(at), due: due === null ? null : new Date(due) }];
    });
}
