import type { Period } from '@bihuan/contracts';
import type { Bilingual } from '../bilingual.ts';
import { localText } from '../calendar/local-text.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { type Due, dueOf } from './due.ts';
import { daysLost, type Pause } from './pause.ts';

/** What moved a clock's due since it was opened. A pause that is still on moves nothing yet. */
export type ClockChange =
  | ({ readonly kind: 'pause' } & Pause)
  /** Another date that was granted. */
  | { readonly kind: 'extension'; readonly due: Date };

/** All that a clock's due follows from. */
export interface ClockTerms {
  readonly start: Date;
  /** What the due is counted by; else the date that was named, with the words that explain it. */
  readonly base: { readonly period: Period } | { readonly named: Date; readonly explanation: Bilingual };
  readonly dayEnds: string;
  /** In the order in which they happened. */
  readonly changes: readonly ClockChange[];
}

/**
 * The due that follows from its terms by a calendar: the same whenever it is asked, so that a changed calendar or
 * policy keeps every pause and every extension. An extension is a date that was named, never moved by the calendar and
 * never earlier than the due it took the place of; a pause never brings a due nearer.
 */
export function projectDue({ start, base, dayEnds, changes }: ClockTerms, calendar: WorkingCalendar): Due {
  const extended = changes.findLastIndex(({ kind }) => kind === 'extension');
  const before = changes.slice(0, Math.max(extended, 0));
  const granted = changes[extended];
  const pauses = changes.slice(extended + 1).filter((change) => change.kind === 'pause');
  if (granted?.kind === 'extension') {
    const until = projectDue({ start, base, dayEnds, changes: before }, calendar);
    return extendedDue(until, granted.due, pauses, dayEnds);
  }
  if ('named' in base)
    return paused({ due: base.named, provisional: false, explanation: base.explanation }, pauses, dayEnds);
  const counted = dueOf(start, base.period, calendar, dayEnds, pauses);
  return { ...counted, explanation: joined(counted.explanation, pauses.map(pauseWords)) };
}

function extendedDue(until: Due, granted: Date, pauses: readonly Pause[], dayEnds: string): Due {
  const due = granted > until.due ? granted : until.due;
  const words = {
    zh: `经批准延期至${localText(due)}。`,
    en: `Extended, as approved, until ${localText(due)}.`,
  };
  const extended = { due, provisional: false, explanation: joined(until.explanation, [words]) };
  return paused(extended, pauses, dayEnds);
}

/** A named date is put off by as many days as the pauses took. */
function paused(until: Due, pauses: readonly Pause[], dayEnds: string): Due {
  const due = pauses.reduce(
    (date, pause) =>
      pause.from < date ? new Date(date.getTime() + daysLost(pause, dayEnds) * DAY_MS) : date,
    until.due,
  );
  return { ...until, due, explanation: joined(until.explanation, pauses.map(pauseWords)) };
}

const DAY_MS = 86_400_000;

function pauseWords({ from, to }: Pause): Bilingual {
  return {
    zh: `${localText(from)}至${localText(to)}暂停计时，所涉日期不计。`,
    en: `Paused from ${localText(from)} to ${localText(to)}: the days that took are not counted.`,
  };
}

function joined(first: Bilingual, more: readonly Bilingual[]): Bilingual {
  return {
    zh: [first, ...more].map(({ zh }) => zh).join(''),
    en: [first, ...more].map(({ en }) => en).join(' '),
  };
}
