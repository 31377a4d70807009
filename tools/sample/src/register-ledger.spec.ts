import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '@bihuan/api-client';
import { sampleLedger } from './ledger.ts';
import { registerLedger } from './register-ledger.ts';
import { seedSources } from './__fixtures__/seed-sources.ts';

const sources = seedSources();
const ledgerOn = (today: string) =>
  sampleLedger(sources, { campaignCode: 'SX2023', rows: 12, seed: 20_231_009, today });

/** A ledger that keeps what a key was used for, as the product does, and breaks off at will. */
class Ledger {
  readonly rows = new Map<string, string>();
  private breaksAfter = Infinity;

  breakAfter(rows: number): this {
    this.breaksAfter = rows;
    return this;
  }

  post = (path: string, body: unknown, key: string): Promise<unknown> => {
    if (this.rows.size >= this.breaksAfter) return Promise.reject(new Error('fetch failed'));
    const text = JSON.stringify(body);
    const stored = this.rows.get(key);
    if (stored !== undefined && stored !== text)
      return Promise.reject(new ApiProblem(422, 'request.idempotencyKeyReused', path));
    this.rows.set(key, text);
    return Promise.resolve({});
  };
}

describe('registering the ledger', () => {
  it('registers every row once', async () => {
    const ledger = new Ledger();
    await registerLedger(ledger, ledgerOn('2023-10-09'), 'sample');
    expect(ledger.rows.size).toBe(12);
  });

  it.each(['2023-10-09', '2023-10-10', '2024-03-01'])('interrupted, is finished on %s', async (day) => {
    const ledger = new Ledger().breakAfter(5);
    await expect(registerLedger(ledger, ledgerOn('2023-10-09'), 'sample')).rejects.toThrow('fetch failed');
    expect(ledger.rows.size).toBe(5);
    const before = new Map(ledger.rows);

    await registerLedger(ledger.breakAfter(Infinity), ledgerOn(day), 'sample');
    expect(ledger.rows.size).toBe(12);
    expect([...ledger.rows]).toEqual(expect.arrayContaining([...before]));
  });

  it('stops at any other refusal', async () => {
    const refuses = { post: () => Promise.reject(new ApiProblem(422, 'field.invalid', '')) };
    await expect(registerLedger(refuses, ledgerOn('2023-10-09'), 'sample')).rejects.toMatchObject({
      code: 'field.invalid',
    });
  });
});
