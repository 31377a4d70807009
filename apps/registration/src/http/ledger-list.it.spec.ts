import type { HazardSummary } from '@bihuan/contracts';
import type { TestService } from '@bihuan/testing/service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { handler, type Problem, registered, startLedger } from '../__fixtures__/ledger-world.ts';

interface Page {
  readonly items: HazardSummary[];
  readonly next: string | null;
}

describe('the list of the ledger', () => {
  let service: TestService;
  const rows = async (table: string): Promise<number> =>
    Number((await service.database.asSuperuser(`SELECT count(*) AS n FROM ${table}`))[0]?.['n']);
  const page = <T = Page>(query: Record<string, string>) =>
    service.as(handler).get<T>(`/hazards?${new URLSearchParams(query).toString()}`);

  beforeAll(async () => {
    service = await startLedger();
    // Deadlines shared by some and against the order of registration.
    for (const day of ['20', '12', '12', '18', '15', '12', '11']) {
      await registered(service, { deadline: `2023-11-${day}` });
      service.clock.advance(60_000);
    }
  }, 60_000);

  afterAll(() => service.close());

  it('does not let a city see another city’s hazard', async () => {
    const hazardNo = await registered(service);
    const datong = service.as({ scope: { cities: ['140200'] } });
    const reply = await datong.get<Problem>(`/hazards/${hazardNo}`);
    expect([reply.status, reply.body.code]).toEqual([404, 'hazard.notFound']);
    expect((await datong.get<{ items: unknown[] }>('/hazards')).body.items).toEqual([]);
  });

  const sorts = ['-registeredAt', 'registeredAt', 'deadline', '-deadline'] as const;
  it.each(sorts)('pages through the ledger by %s, without gap or repetition', async (sort) => {
    const all: HazardSummary[] = [];
    let after: string | null = null;
    do {
      const { body }: { body: Page } = await page({ sort, limit: '3', ...(after !== null && { after }) });
      all.push(...body.items);
      after = body.next;
    } while (after !== null);

    const keys = all.map(({ hazardNo, deadline, registeredAt }) =>
      [sort.endsWith('deadline') ? deadline : registeredAt, hazardNo].join(' '),
    );
    const ascending = [...new Set(keys)].toSorted();
    expect(keys).toEqual(sort.startsWith('-') ? ascending.toReversed() : ascending);
    expect(all).toHaveLength(await rows('hazard'));
  });

  const mismatches: [string, string][] = [
    ['-registeredAt', 'deadline'],
    ['deadline', '-deadline'],
    ['registeredAt', '-registeredAt'],
  ];
  it.each(mismatches)('refuses a cursor of the sort %s for %s', async (sort, other) => {
    const { body } = await page({ sort, limit: '3' });
    expect(body.next).not.toBeNull();
    const reply = await page<Problem>({ sort: other, limit: '3', after: body.next ?? '' });
    expect([reply.status, reply.body.code]).toEqual([400, 'request.cursorInvalid']);
  });

  it('filters and searches', async () => {
    const found = await service
      .as(handler)
      .get<{ items: HazardSummary[] }>(
        `/hazards?search=${encodeURIComponent('液化气')}&cityCode=140100&limit=5`,
      );
    expect(found.body.items).toHaveLength(5);
    const none = await service.as(handler).get<{ items: HazardSummary[] }>('/hazards?search=100%25');
    expect(none.body.items).toEqual([]);
  });

  it('lists what the loop still has to do with, and what it has done with', async () => {
    const [row] = await service.database.asSuperuser('SELECT hazard_no FROM hazard LIMIT 1');
    const hazardNo = String(row?.['hazard_no']);
    await service.database.asSuperuser(
      `INSERT INTO hazard_status (hazard_no, facts, state, marks, overdue, finished, assigned_orgs)
       VALUES ($1, '{}', 'struckOff', '{}', false, true, '{}')
       ON CONFLICT (hazard_no) DO UPDATE SET finished = true`,
      [hazardNo],
    );
    const listed = async (finished: boolean): Promise<string[]> => {
      const path = `/hazards?limit=200&finished=${String(finished)}`;
      const { body } = await service.as(handler).get<{ items: HazardSummary[] }>(path);
      return body.items.map((hazard) => hazard.hazardNo);
    };
    expect(await listed(true)).toEqual([hazardNo]);
    const open = await listed(false);
    expect(open).not.toContain(hazardNo);
    expect(open).toHaveLength((await rows('hazard')) - 1);
  });

  it('refuses a cursor that was tampered with', async () => {
    const reply = await service.as(handler).get<Problem>('/hazards?after=abc');
    expect([reply.status, reply.body.code]).toEqual([400, 'request.cursorInvalid']);
  });
});
