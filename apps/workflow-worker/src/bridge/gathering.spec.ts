import { describe, expect, it } from '@jest/globals';
import { factOf } from '@bihuan/testing/temporal';
import { Gathering } from './gathering.ts';
import type { News } from './news.ts';

const A = 'SX2023-140105-GAS-202310-000001K';
const B = 'SX2023-140105-GAS-202310-000002K';
const at = new Date('2023-10-09T01:00:00Z');
const news = (hazardNo: string, count = 1): News => ({
  to: 'loop',
  hazardNo,
  recipient: hazardNo,
  facts: Array.from({ length: count }, () =>
    factOf('plan.filed', at, { hazardNo, filedAt: at.toISOString() }),
  ),
});

/** Tells at most three facts at once, one workflow at a time; `told` keeps how many, and to whom. */
function gathering(failing: () => boolean = () => false) {
  const told: string[] = [];
  let last: Promise<unknown> = Promise.resolve();
  const oneAtATime = <T>(tell: () => Promise<T>): Promise<T> => {
    const next = last.catch(() => undefined).then(tell);
    last = next;
    return next;
  };
  const tellNow = ({ recipient, facts }: News): Promise<number> => {
    if (failing()) return Promise.reject(new Error('Temporal is away'));
    told.push(`${recipient === A ? 'A' : 'B'}${String(facts.length)}`);
    return Promise.resolve(told.length);
  };
  return { told, gathering: new Gathering(oneAtATime, tellNow, 3) };
}

describe('news that come at the same time', () => {
  it('are told at once to whom they concern, and everybody hears of the outcome', async () => {
    const { told, gathering: it } = gathering();
    const outcomes = await Promise.all([it.tell(news(A)), it.tell(news(B)), it.tell(news(A))]);
    expect(told).toEqual(['A2', 'B1']);
    expect(outcomes).toEqual([1, 2, 1]);
  });

  it('are told in parts where they are too many', async () => {
    const { told, gathering: it } = gathering();
    await Promise.all([it.tell(news(A, 2)), it.tell(news(A, 2)), it.tell(news(A))]);
    expect(told).toEqual(['A2', 'A3']);
  });

  it('join what waits for its turn, not what is being told', async () => {
    const { told, gathering: it } = gathering();
    const first = it.tell(news(A));
    await first;
    await it.tell(news(A));
    expect(told).toEqual(['A1', 'A1']);
  });

  it('fail together, and can be told again', async () => {
    let away = true;
    const { told, gathering: it } = gathering(() => away);
    const failed = await Promise.allSettled([it.tell(news(A)), it.tell(news(A))]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    away = false;
    await it.tell(news(A));
    expect(told).toEqual(['A1']);
  });
});
