import { describe, expect, it } from '@jest/globals';
import type { LoopStanding } from './loops.ts';
import { reportOf } from './report.ts';
import { isWhole, type Repair, restoreLoops, type Tools } from './restore-loops.ts';

const numbers = (n: number) =>
  Array.from({ length: n }, (_, i) => `SX2023-140105-GAS-202310-${String(i + 1).padStart(5, '0')}A`);

/** A ledger and loops in memory; a loop comes back when its facts are published again. */
class Ledger implements Pick<Tools, 'api' | 'loops'> {
  readonly asked: string[][] = [];
  unavailable: string[] = [];

  readonly #hazards: readonly string[];
  readonly #standing: Map<string, LoopStanding>;
  readonly #recovers: boolean;

  constructor(hazards: readonly string[], standing: Map<string, LoopStanding>, recovers = true) {
    this.#hazards = hazards;
    this.#standing = standing;
    this.#recovers = recovers;
  }

  readonly api = {
    get: <T>(path: string): Promise<T> => {
      const query = new URL(path, 'http://ledger').searchParams;
      expect([query.get('finished'), query.get('sort')]).toEqual(['false', 'registeredAt']);
      const [from, limit] = [Number(query.get('after') ?? 0), Number(query.get('limit'))];
      const items = this.#hazards.slice(from, from + limit).map((hazardNo) => ({ hazardNo }));
      const next = from + limit < this.#hazards.length ? String(from + limit) : null;
      return Promise.resolve({ items, next } as T);
    },
    post: <T>(path: string, body: unknown): Promise<T> => {
      expect(path).toBe('/operations/re-emit');
      const { hazardNos } = body as { hazardNos: string[] };
      this.asked.push(hazardNos);
      if (this.#recovers) for (const no of hazardNos) this.#standing.set(no, 'runs');
      return Promise.resolve({ messages: hazardNos.length * 8, unavailable: this.unavailable } as T);
    },
  };

  readonly loops = {
    standings: (hazardNos: readonly string[]) =>
      Promise.resolve(new Map(hazardNos.map((no) => [no, this.#standing.get(no) ?? 'runs'] as const))),
  };

  repair(): Promise<Repair> {
    return restoreLoops({ api: this.api, loops: this.loops, patienceMs: 0 });
  }
}

describe('reconciling loops with the ledger', () => {
  it('touches nothing where every loop runs, over all pages', async () => {
    const ledger = new Ledger(numbers(401), new Map());
    const repair = await ledger.repair();
    expect([repair.unfinished, ledger.asked, isWhole(repair)]).toEqual([401, [], true]);
  });

  it('has the facts of the lost published again, 500 hazards at a time, and says which came back', async () => {
    const all = numbers(700);
    const lost = all.slice(1, 602);
    const ledger = new Ledger(all, new Map(lost.map((no) => [no, 'lost'])));
    const repair = await ledger.repair();
    expect(ledger.asked.map(({ length }) => length)).toEqual([500, 101]);
    expect(ledger.asked.flat()).toEqual(lost);
    expect(repair).toMatchObject({ lost, restored: lost, messages: 601 * 8, unavailable: [] });
    expect(isWhole(repair)).toBe(true);
  });

  it.each<[string, Ledger, string]>([
    [
      'a loop does not come back',
      new Ledger(numbers(1), new Map([[numbers(1)[0]!, 'lost']]), false),
      'does not run yet',
    ],
    [
      'a loop ended before its hazard',
      new Ledger(numbers(1), new Map([[numbers(1)[0]!, 'ended']])),
      'its loop has ended',
    ],
    [
      'an owner did not answer',
      Object.assign(new Ledger(numbers(1), new Map([[numbers(1)[0]!, 'lost']])), {
        unavailable: ['handover'],
      }),
      'handover 未应答',
    ],
  ])('is not whole while %s', async (_what, ledger, said) => {
    const repair = await ledger.repair();
    expect(isWhole(repair)).toBe(false);
    expect(reportOf(repair).at(-1)).toContain(said);
  });
});
