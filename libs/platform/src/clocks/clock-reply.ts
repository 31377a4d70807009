import type { ClockKind, ClockReply, RungAhead } from '@bihuan/contracts';
import {
  type Bilingual,
  clockFacts,
  clockRuleOf,
  countDays,
  dayWords,
  petitionRulesOf,
  projectDue,
  readDays,
  rungActions,
  rungAheadWords,
  rungTo,
  type WorkingCalendar,
} from '@bihuan/process-core';
import type { Policy } from '@bihuan/contracts';
import type { Language } from '../errors/index.ts';
import type { ClockChangeRow, ClockRow } from '../persistence/index.ts';
import { type ClockOwner, factOfClock, stateOfClock } from './clock-record.ts';
import { termsOf } from './clock-terms.ts';

/** A rung that is behind a clock, taken or skipped. */
export interface PastRung {
  readonly clockId: string;
  readonly rung: string;
  readonly taken: boolean;
  readonly at: Date;
}

/** A clock's row with what belongs to it. */
export interface StoredClock {
  readonly row: ClockRow;
  /** Oldest first. */
  readonly changes: readonly ClockChangeRow[];
  readonly past: readonly PastRung[];
  /** The policy it runs by. */
  readonly policy: Policy;
}

/** A clock as its owner tells of it: every date with what it follows from. */
export function replyOf(
  { row, changes, past, policy }: StoredClock,
  owner: ClockOwner,
  language: Language,
  calendar: WorkingCalendar,
): ClockReply {
  const inLanguage = ({ zh, en }: Bilingual) => (language === 'en' ? en : zh);
  const { paused, ...fact } = factOfClock(row, owner);
  const kind = row.kind as ClockKind;
  const rule = clockRuleOf(policy, kind);
  // How long a petition may take follows from the rules of petitions, which have a basis of their own.
  const basis = kind === 'extensionDecision' ? petitionRulesOf(policy).basis : rule.basis;
  const terms = termsOf(row, changes);
  const byToday = projectDue(terms, calendar).due;
  const moved = byToday.getTime() !== row.due.getTime();
  // Of a clock from before its days were kept, today's calendar tells them where it comes to the same date.
  const daysByToday = () => (moved ? [] : countDays(terms, calendar));
  const days = row.days === null ? daysByToday() : readDays(row.days, row.startedAt);
  const behind = (taken: boolean) =>
    past.filter((rung) => rung.taken === taken).map(({ rung, at }) => ({ rung, at: at.toISOString() }));
  return {
    ...fact,
    startedAt: row.startedAt.toISOString(),
    startsWith: rule.startsWith ?? clockFacts[kind].startsWith,
    endsWith: rule.endsWith ?? clockFacts[kind].endsWith,
    period: row.period,
    explanation: inLanguage({ zh: row.explanationZh, en: row.explanationEn }),
    policyVersion: row.policyVersion,
    calendarVersion: row.calendarVersion,
    provisional: row.provisional,
    basis: { origin: basis.origin, text: inLanguage(basis) },
    days: days.map((day) => ({ ...day, why: inLanguage(dayWords[day.reason]) })),
    dueByToday: row.state === 'open' && moved ? byToday.toISOString() : null,
    pausedAt: row.pausedAt?.toISOString() ?? null,
    changes: changes.map(changeReply),
    rungsTaken: behind(true),
    rungsSkipped: behind(false),
    rungsAhead: rungsAhead(row, inLanguage),
  };
}

function rungsAhead(row: ClockRow, inLanguage: (text: Bilingual) => string): RungAhead[] {
  if (row.state !== 'open') return [];
  return stateOfClock(row).rungs.map((rung) => ({
    rung: rung.rung,
    at: rung.at.toISOString(),
    to: [...rungTo(rung)],
    actions: [...rungActions(rung)],
    text: inLanguage(rungAheadWords(rung, row.kind as ClockKind, row.waitsForName)),
  }));
}

function changeReply(change: ClockChangeRow): ClockReply['changes'][number] {
  const { kind, at, dueBefore, dueAfter, reasonCode, reason, reference, person, orgCode } = change;
  const when = {
    at: at.toISOString(),
    dueBefore: dueBefore.toISOString(),
    dueAfter: dueAfter.toISOString(),
  };
  return { kind, ...when, reasonCode, reason, reference, person, orgCode };
}
