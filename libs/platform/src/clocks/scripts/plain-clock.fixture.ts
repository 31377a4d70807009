import { type Minute, type PlainCalendar } from './plain-calendar.fixture.ts';
import { type PlainBase, type PlainChange, plainDue } from './plain-due.fixture.ts';

/** Rungs of a ladder: the reminder so long before the due, then working days behind it. */
export interface PlainLadder {
  readonly reminder: { readonly minutes: number } | { readonly workingDays: number };
  readonly leader: number;
  readonly interview: number;
}

export interface PlainRung {
  readonly rung: 'reminder' | 'overdue' | 'leader' | 'interview';
  readonly at: Minute;
  /** Working days behind the due, as its ladder says. */
  readonly behind: number;
}

/** One clock as the documentation tells of it (docs/clocks.md), and nothing cleverer than that. */
export class PlainClock {
  state: 'open' | 'met' | 'cancelled' = 'open';
  due: Minute;
  /** The due that had passed, where it is late. */
  late: Minute | null = null;
  pausedAt: Minute | null = null;
  /** Another date was granted while it stood still: the days before that are in the date. */
  #grantedWhileStill: Minute | null = null;
  ladder = 1;
  ahead: readonly PlainRung[];
  /** Rungs behind it, each with its ladder: taken, or skipped. */
  readonly behind: string[] = [];
  readonly #changes: PlainChange[] = [];
  /** Since when the ladder is climbed: what would lie before does not exist. */
  #since: Minute;

  constructor(
    readonly start: Minute,
    private base: PlainBase,
    private steps: PlainLadder,
    calendar: PlainCalendar,
  ) {
    this.due = this.#counted(calendar);
    this.#since = start;
    this.ahead = this.#rungs(calendar).filter(({ at }) => at >= start);
  }

  get wakeAt(): Minute | null {
    if (this.state !== 'open' || this.pausedAt !== null) return null;
    return this.ahead.find(({ at }) => this.late === null || at >= this.due)?.at ?? null;
  }

  ask(now: Minute, calendar: PlainCalendar): string {
    if (this.state !== 'open') return 'ended';
    if (this.pausedAt !== null) return 'paused';
    const passed = now >= this.due;
    const stale = this.ahead.filter(({ at }) => passed && at < this.due);
    const [next, ...later] = this.ahead.filter((rung) => !stale.includes(rung));
    if (next && next.at > now) return `notYet ${String(next.at - now)}`;
    for (const { rung } of stale) this.#note(`${rung} skipped`);
    this.late = passed ? this.due : null;
    this.ahead = [];
    if (!next) return 'nothing left';
    this.ahead = passed ? later.map((rung) => keptApart(next, rung, now, calendar)) : later;
    this.#note(next.rung);
    return `took ${next.rung}`;
  }

  end(state: 'met' | 'cancelled', now: Minute): string {
    if (this.state !== 'open') return 'left alone';
    this.state = state;
    if (this.due <= now && !this.#stoodStillBefore(this.due)) this.late = this.due;
    this.pausedAt = null;
    return state;
  }

  pause(now: Minute): string {
    if (this.state !== 'open') return 'clock.notOpen';
    if (this.pausedAt !== null) return 'clock.paused';
    if (this.due <= now) this.late = this.due;
    this.pausedAt = now;
    return 'stands still';
  }

  resume(now: Minute, calendar: PlainCalendar): string {
    if (this.state !== 'open') return 'clock.notOpen';
    if (this.pausedAt === null) return 'clock.notPaused';
    const [from, wasLate] = [this.pausedAt, this.pausedAt >= this.due];
    this.#changes.push({ from: this.#grantedWhileStill ?? from, to: now });
    this.#grantedWhileStill = null;
    if (!wasLate) this.due = this.#counted(calendar);
    const left = new Set(this.ahead.map(({ rung }) => rung));
    this.ahead = wasLate
      ? this.ahead.map((rung) => ({ ...rung, at: putOff(rung, now - from, calendar) }))
      : this.#rungs(calendar).filter(({ rung, at }) => left.has(rung) && at >= this.start);
    this.pausedAt = null;
    return 'goes on';
  }

  extend(granted: Minute, now: Minute, calendar: PlainCalendar): string {
    if (this.state !== 'open') return 'left alone';
    const before = this.due;
    this.due = Math.max(this.#counted(calendar), granted, before);
    this.#changes.push({ granted: this.due });
    if (this.due === before) return 'as it was';
    if (this.pausedAt !== null) this.#grantedWhileStill = now;
    this.#beginLadder(now, calendar);
    return 'extended';
  }

  /** The calendar has changed, or other rules are to hold, and somebody applies it to what is open. */
  reproject(now: Minute, calendar: PlainCalendar, rule?: { base: PlainBase; ladder: PlainLadder }): void {
    if (this.state !== 'open') return;
    if (rule) [this.base, this.steps] = [rule.base, rule.ladder];
    const before = this.due;
    const due = this.#counted(calendar);
    this.due = due;
    if (due === before && this.#hasPassed(now)) return;
    if (this.late !== null && due >= before && due <= (this.pausedAt ?? now)) {
      this.late = due;
      return;
    }
    if (due > before && this.late !== null) {
      this.#beginLadder(now, calendar);
      return;
    }
    const whole = this.#rungs(calendar).filter(({ rung, at }) => at >= this.#since && !this.#isBehind(rung));
    const seen = this.pausedAt ?? now;
    const ahead = whole.filter(({ at }) => at >= seen);
    const asBefore = JSON.stringify(ahead) === JSON.stringify(this.ahead);
    if (!rule && due === before && (asBefore || this.pausedAt !== null)) return;
    for (const { rung, at } of whole) if (at < seen) this.#note(`${rung} skipped`);
    this.ahead = ahead;
    this.late = due <= now && !this.#stoodStillBefore(due) ? due : null;
  }

  /** Whoever does not keep the later date either is told of anew. */
  #beginLadder(now: Minute, calendar: PlainCalendar): void {
    this.ladder += 1;
    this.#since = Math.min(this.pausedAt ?? now, this.due);
    this.ahead = this.#rungs(calendar).filter(({ at }) => at >= this.#since);
    this.late = this.due <= now && !this.#stoodStillBefore(this.due) ? this.due : null;
  }

  #counted(calendar: PlainCalendar): Minute {
    return plainDue(this.start, this.base, this.#changes, calendar);
  }

  #rungs(calendar: PlainCalendar): PlainRung[] {
    const { reminder, leader, interview } = this.steps;
    const { due } = this;
    const before =
      'minutes' in reminder ? due - reminder.minutes : calendar.moved(due, -reminder.workingDays);
    const after = Object.entries({ overdue: 0, leader, interview }).map(([rung, behind]) => ({
      ...{ rung: rung as PlainRung['rung'], behind },
      at: calendar.moved(due, behind),
    }));
    return [{ rung: 'reminder', at: before, behind: 0 }, ...after];
  }

  /** Late already, or about to be: nobody has asked yet. */
  #hasPassed(now: Minute): boolean {
    return this.late !== null || (this.pausedAt === null && this.due <= now);
  }

  #stoodStillBefore(due: Minute): boolean {
    return this.pausedAt !== null && this.pausedAt < due;
  }

  #note(rung: string): void {
    this.behind.push(`${String(this.ladder)} ${rung}`);
  }

  #isBehind(rung: string): boolean {
    const name = `${String(this.ladder)} ${rung}`;
    return this.behind.includes(name) || this.behind.includes(`${name} skipped`);
  }
}

/** A later rung stays as many working days behind the one that was taken, and never comes nearer. */
function keptApart(taken: PlainRung, later: PlainRung, now: Minute, calendar: PlainCalendar): PlainRung {
  const kept = calendar.moved(now, later.behind - taken.behind);
  return { ...later, at: Math.max(later.at, kept) };
}

/** Nobody is reminded of a date that has passed: a reminder stays behind. */
function putOff({ rung, at }: PlainRung, minutes: number, calendar: PlainCalendar): Minute {
  if (rung === 'reminder') return at;
  return rung === 'overdue' ? at + minutes : calendar.onWorkingDay(at + minutes);
}
