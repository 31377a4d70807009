import type { ClockDecision } from '@bihuan/contracts';
import type { WorkingCalendar } from '@bihuan/process-core';
import type { TogetherCommand, Work } from '../commands/index.ts';
import { DomainError } from '../errors/index.ts';
import type { ClockRow } from '../persistence/index.ts';
import type { ClockOwner } from './clock-record.ts';
import { lockClock, lockFreeClocks, writeDecided } from './clock-table.ts';
import { decideLocked } from './decide-locked.ts';

type Asked = readonly { readonly work: Work; readonly plan: string }[];

/**
 * Clocks that are asked about at the same moment are decided in one transaction, each under its row lock: deadlines
 * come in crowds, all of a day at the same hour. Asked about twice in one crowd, a clock is decided twice, one after the
 * other.
 */
export class DecideTogether implements TogetherCommand<string, string, ClockDecision | null> {
  constructor(
    private readonly owner: ClockOwner,
    private readonly calendar: () => WorkingCalendar,
  ) {}

  decide(_work: Work, clockId: string): string {
    return clockId;
  }

  /** @returns null for a clock that somebody else holds, or that was never opened: the others do not wait for it */
  async carryOut(asked: Asked): Promise<readonly (ClockDecision | null)[]> {
    const [first] = asked;
    if (!first) return [];
    const { tx } = first.work;
    const clocks = await lockFreeClocks(tx, [...new Set(asked.map(({ plan }) => plan))]);
    const changed = new Set<ClockRow>();
    const answers: (ClockDecision | null)[] = [];
    for (const { work, plan: id } of asked) {
      const clock = clocks.get(id);
      const decided = clock && (await decideLocked(work, this.owner, clock, this.calendar()));
      if (clock && decided?.changed) changed.add(clock);
      answers.push(decided?.answer ?? null);
    }
    await writeDecided(tx, [...changed]);
    return answers;
  }

  /** Waits for whoever holds the clock. @throws DomainError `resource.notFound` where this service never opened it */
  async alone(work: Work, clockId: string): Promise<ClockDecision> {
    const clock = await lockClock(work.tx, clockId);
    if (!clock) throw new DomainError('resource.notFound');
    const { answer, changed } = await decideLocked(work, this.owner, clock, this.calendar());
    if (changed) await writeDecided(work.tx, [clock]);
    return answer;
  }
}
