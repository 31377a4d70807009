import { randomUUID } from 'node:crypto';
import { type ClockKind, clockIdOf } from '@bihuan/contracts';
import {
  type ClockChange,
  type ClockTerms,
  clockRuleOf,
  hazardNumber,
  projectDue,
  rungTimes,
  toLocalMonth,
} from '@bihuan/process-core';
import type { ClockRows, StoredChange, StoredClock } from '../clocks/clock-rows.ts';
import type { Rules } from '../clocks/rules.ts';
import { seeded } from '../harness/random.ts';
import { counties } from '../registration/hazards.ts';
import { someChanges, someKind, someTerms } from './terms.ts';

const SEED = 12_341;
const DAY_MS = 86_400_000;

/**
 * Open clocks of supervision in a mix as campaigns have it: dates that were counted or named, a tenth of them late with
 * the rungs behind them, some that were paused or extended. The same ones for the same rules.
 */
export function openClocks(count: number, rules: Rules): ClockRows {
  const random = seeded(SEED);
  const all = Array.from({ length: count }, (_, n) => oneClock(n + 1, rules, random));
  return {
    clock: all.map(({ clock }) => clock),
    clock_change: all.flatMap(({ changes }) => changes),
    clock_rung: all.flatMap(({ rungs }) => rungs),
  };
}

function oneClock(serial: number, rules: Rules, random: () => number) {
  const kind = someKind(random);
  const terms = someTerms(kind, rules, random);
  const changes = someChanges(terms, rules, random);
  const clock = storedClock(kind, numberOf(serial, terms.start, rules), { ...terms, changes }, rules);
  const extendedAt = changes.some((change) => change.kind === 'extension') ? grantedAt(rules) : null;
  const ladder_since = extendedAt ?? terms.start;
  const whole = rungTimes(clockRuleOf(rules.policy, kind).ladder, ladder_since, clock.due, rules.calendar);
  const ahead = whole.filter(({ at }) => at >= rules.now);
  const ladder = extendedAt ? 2 : 1;
  return {
    clock: { ...clock, ladder, ladder_since, rungs: ahead, wake_at: ahead[0]?.at ?? null },
    changes: changes.flatMap((change) => storedChanges(clock, terms, change, rules)),
    rungs: whole
      .filter((rung) => !ahead.includes(rung))
      .map(({ rung, at }) => ({ clock_id: clock.id, ladder, rung, taken: true, decided_at: at })),
  };
}

/** The day before yesterday: an extension that was granted climbs its own ladder from then on. */
const grantedAt = ({ now }: Rules) => new Date(now.getTime() - 2 * DAY_MS);

function numberOf(serial: number, start: Date, { campaignCode }: Rules): string {
  const place = counties[serial % counties.length] ?? counties[0];
  return hazardNumber({ campaign: campaignCode, place, letters: 'GAS', month: toLocalMonth(start), serial });
}

function storedClock(kind: ClockKind, hazard_no: string, terms: ClockTerms, rules: Rules) {
  const { campaignCode, policy, calendar, now } = rules;
  const { due, provisional, explanation } = projectDue(terms, calendar);
  return {
    ...{ id: clockIdOf({ owner: 'supervision', kind, subject: hazard_no }), kind, hazard_no },
    ...{ campaign_code: campaignCode, version: 1, state: 'open', started_at: terms.start, due, provisional },
    period: 'period' in terms.base ? terms.base.period : null,
    named_due: 'named' in terms.base ? terms.base.named : null,
    day_ends: terms.dayEnds,
    overdue_at: due <= now ? due : null,
    ...{ waits_for_org: 'GOV-140100', waits_for_name: '太原市人民政府' },
    ...{ policy_version: policy.version, calendar_version: calendar.version },
    ...{ explanation_zh: explanation.zh, explanation_en: explanation.en },
  } satisfies Omit<StoredClock, 'ladder' | 'ladder_since' | 'rungs' | 'wake_at'>;
}

function storedChanges(
  { id, due }: Pick<StoredClock, 'id' | 'due'>,
  terms: ClockTerms,
  change: ClockChange,
  rules: Rules,
): StoredChange[] {
  const before = projectDue(terms, rules.calendar).due;
  const row = (kind: StoredChange['kind'], at: Date, due_after: Date): StoredChange => ({
    ...{ id: randomUUID(), clock_id: id, kind, at, due_before: before, due_after },
    ...{ reason: '基准测试', person: 'bench' },
  });
  if (change.kind === 'extension') return [row('extension', grantedAt(rules), due)];
  return [row('pause', change.from, before), row('resume', change.to, due)];
}
