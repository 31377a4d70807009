import type { RegisteredReply, RegisterHazard } from '@bihuan/contracts';
import type { TestService } from '@bihuan/testing/service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fire, gas, handler, type Problem, startLedger } from '../__fixtures__/ledger-world.ts';

describe('registrations that come in a crowd', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startLedger();
  }, 60_000);
  afterAll(() => service.close());

  const rows = <T>(sql: string): Promise<T[]> => service.database.asSuperuser(sql) as Promise<T[]>;
  const register = (body: RegisterHazard, key?: string) =>
    service.as(handler).post<RegisteredReply & Problem>('/hazards', body, key);

  it('are each answered as if they had come alone', async () => {
    const known = await register(gas, 'known');
    const crowd = Array.from({ length: 200 }, (_, n) => {
      const fresh = { ...(n % 3 === 0 ? fire : gas), description: `第 ${String(n)} 项` };
      if (n % 10 === 7) return register({ ...fresh, foundOn: '2023-10-10' });
      if (n === 100) return register(gas, 'known');
      if (n === 150) return register({ ...gas, description: '另一项' }, 'reused');
      return register(fresh, n === 140 ? 'reused' : `key-${String(n)}`);
    });
    const replies = await Promise.all(crowd);
    const codes = replies.map(({ status, body }, n) => `${String(n)} ${String(status)} ${body.code}`);
    const odd = codes.filter((_, n) => n % 10 !== 7 && n !== 150 && replies[n]!.status !== 201);
    expect(odd).toEqual([]);
    for (const [n, { status, body }] of replies.entries())
      if (n % 10 === 7) expect([status, body.code]).toEqual([422, 'hazard.foundInFuture']);
    expect(replies[100]!.body).toEqual(known.body);
    expect(['request.inFlight', 'request.idempotencyKeyReused']).toContain(replies[150]!.body.code);

    const numbers = replies.flatMap(({ status, body }, n) =>
      status === 201 && n !== 100 ? [body.hazardNo] : [],
    );
    expect(new Set(numbers).size).toBe(178);
    const stored = await rows<{ description: string; serial: string; kind: string }>(
      `SELECT h.description, split_part(hazard_no, '-', 5) AS serial, split_part(hazard_no, '-', 3) AS kind
       FROM hazard h JOIN outbox o ON o.key = hazard_no AND o.envelope->'data'->>'description' = h.description
         JOIN audit_entry a ON a.subject = hazard_no AND a.after->>'description' = h.description
         JOIN idempotency_key i ON i.answer->>'hazardNo' = hazard_no ORDER BY hazard_no`,
    );
    expect(stored).toHaveLength(179);
    for (const letters of ['GAS', 'FIR']) {
      const serials = stored
        .filter(({ kind }) => kind === letters)
        .map(({ serial }) => Number(serial.slice(0, 5)));
      expect(serials).toEqual(serials.map((_, index) => index + 1));
    }
  });

  it('fail alone where the database refuses one of them, and no number comes twice', async () => {
    await rows(`ALTER TABLE hazard ADD CONSTRAINT unlucky CHECK (description <> '不巧')`);
    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, n) => register({ ...gas, description: n === 23 ? '不巧' : '正常' })),
    );
    await rows(`ALTER TABLE hazard DROP CONSTRAINT unlucky`);
    expect(replies.map(({ status }) => status)).toEqual(replies.map((_, n) => (n === 23 ? 500 : 201)));
    expect(new Set(replies.map(({ body }) => body.hazardNo)).size).toBe(40);
  });
});
