import { setTimeout as pause } from 'node:timers/promises';
import type { TestService } from '@bihuan/testing/service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { registered, startLedger } from '../__fixtures__/ledger-world.ts';
import { RegistrationActivitiesProvider } from './registration-activities.ts';

let service: TestService;
let activities: RegistrationActivitiesProvider;
const inOctober = { campaignCode: 'SX2023', month: '2023-10' };
const inSeptember = { campaignCode: 'SX2023', month: '2023-09' };

beforeAll(async () => {
  service = await startLedger();
  activities = service.app.get(RegistrationActivitiesProvider, { strict: false });
}, 60_000);
afterAll(() => service.close());

describe('closing a month in the ledger', () => {
  it('is refused before the month has ended', async () => {
    await expect(activities.closeMonth(inOctober)).rejects.toMatchObject({ code: 'month.notEnded' });
  });

  it('waits for a transaction that began before the end, and counts what it brought', async () => {
    const numbers = [await registered(service), await registered(service)];
    const slow = service.app.get(DataSource).createQueryRunner();
    await slow.startTransaction();
    await slow.query('SELECT 1 FROM hazard LIMIT 1');
    await pause(20);
    service.clock.advanceTo('2023-11-01T00:00:00.005+08:00');
    await expect(activities.closeMonth(inOctober)).rejects.toMatchObject({
      code: 'month.transactionsOpen',
    });
    await slow.commitTransaction();
    await slow.release();
    const [row] = await service.app
      .get(DataSource)
      .query<[{ digest: string }]>(
        `SELECT sum(hashtextextended(no || '|found', 0)::numeric)::text AS digest FROM unnest($1::text[]) AS no`,
        [numbers],
      );
    expect(await activities.closeMonth(inOctober)).toEqual({ facts: 2, digest: row.digest });
  });

  it('leaves later months and other campaigns out', async () => {
    service.clock.advance(60_000);
    const nothing = { facts: 0, digest: '0' };
    await registered(service, { foundOn: '2023-10-31' });
    expect(await activities.closeMonth(inOctober)).toMatchObject({ facts: 2 });
    expect(await activities.closeMonth(inSeptember)).toEqual(nothing);
    expect(await activities.closeMonth({ campaignCode: 'FIRE2023', month: '2023-10' })).toEqual(nothing);
  });

  it('a transaction that began after the end does not stand in the way', async () => {
    const late = service.app.get(DataSource).createQueryRunner();
    await late.startTransaction();
    await late.query('SELECT 1');
    expect(await activities.closeMonth(inOctober)).toMatchObject({ facts: 2 });
    await late.rollbackTransaction();
    await late.release();
  });
});
