import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ServerAway } from '../errors/index.ts';
import { Coalescer, type TogetherCommand } from './coalescer.ts';
import type { CommandSource } from './command-source.ts';
import { UnitOfWork } from './unit-of-work.ts';

const source = {
  key: null,
  requestId: 'request',
  caller: { actor: () => ({ person: 'p', orgCode: null, role: 'handler' }) },
} as unknown as CommandSource;
const kind: TogetherCommand<string, string, string> = {
  decide: (_, command) => command,
  carryOut: (plans) => Promise.resolve(plans.map(({ plan }) => plan)),
};

/** A unit of work that goes the way a test wants. */
class Scripted extends UnitOfWork {
  runs = 0;

  constructor(private readonly way: () => Promise<never>) {
    super();
  }

  override run<T>(): Promise<T> {
    this.runs += 1;
    return this.way();
  }
}

const outcomes = async (sent: readonly Promise<string>[]) =>
  (await Promise.allSettled(sent)).map((each) =>
    each.status === 'rejected' ? String(each.reason) : each.value,
  );

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
});
afterEach(() => {
  jest.useRealTimers();
});

describe('commands that are written together', () => {
  it('are not written again where the database went away: they may have been committed', async () => {
    const unit = new Scripted(() => Promise.reject(new ServerAway('gone at COMMIT')));
    const coalescer = new Coalescer(unit, kind);
    const sent = await outcomes(['a', 'b', 'c'].map((command) => coalescer.submit(source, command)));
    expect(new Set(sent)).toEqual(new Set(['ServerAway: gone at COMMIT']));
    expect(unit.runs).toBe(1);
  });

  it('are refused after five seconds of waiting, and then never written', async () => {
    const hanging = Promise.withResolvers<never>();
    const unit = new Scripted(() => hanging.promise);
    const coalescer = new Coalescer(unit, kind);
    const first = coalescer.submit(source, 'first');
    await new Promise(setImmediate);
    const waiting = outcomes([coalescer.submit(source, 'second'), coalescer.submit(source, 'third')]);
    await jest.advanceTimersByTimeAsync(5_000);
    for (const outcome of await waiting) expect(outcome).toContain('taken no command for too long');
    hanging.reject(new ServerAway('gone'));
    await expect(first).rejects.toThrow('gone');
    expect(unit.runs).toBe(1);
  });
});
