import type { CampaignMonth, MonthCount, ServiceName } from '@bihuan/contracts';
import { endOfMonth } from '@bihuan/process-core';
import type { DataSource } from 'typeorm';
import type { BusinessClock } from '../config/index.ts';
import { DomainError } from '../errors/index.ts';
import { countSql } from './digest.ts';

export interface MonthSourceParts {
  readonly service: ServiceName;
  readonly dataSource: DataSource;
  readonly clock: BusinessClock;
}

/** Which rows are counted, as SQL: `$1` is the campaign, `$2` the first instant after the month. */
export interface CountedRows {
  readonly from: string;
  /** Text of a row's line. */
  readonly line: string;
}

const COUNT_LIMIT_MS = 120_000;

/**
 * Counts a source's facts of a campaign up to the end of a month, once the service itself adds none before it any more:
 * the month has ended, and no transaction is open that began before then. A ledger that is brought later may still add
 * its past; that counts in the next edition.
 *
 * @throws DomainError `month.notEnded`, `month.transactionsOpen`
 */
export async function closedMonthCount(
  { service, dataSource, clock }: MonthSourceParts,
  { campaignCode, month }: CampaignMonth,
  { from, line }: CountedRows,
): Promise<MonthCount> {
  const end = endOfMonth(month);
  if (clock.now() < end) throw new DomainError('month.notEnded', { params: { month } });
  if (await hasTransactionFrom(dataSource, new Date(end.getTime() - clock.offsetMs())))
    throw new DomainError('month.transactionsOpen', { params: { service, month } });
  return dataSource.transaction(async (tx) => {
    // The whole ledger is read through: longer than a request may take.
    await tx.query(`SET LOCAL statement_timeout = ${COUNT_LIMIT_MS}`);
    const [count] = await tx.query<[MonthCount]>(`SELECT ${countSql(line)} FROM ${from}`, [
      campaignCode,
      end,
    ]);
    return count;
  });
}

/** Whether a transaction of the service's own role is open that began before an instant (system time). */
async function hasTransactionFrom(dataSource: DataSource, instant: Date): Promise<boolean> {
  const [row] = await dataSource.query<[{ open: boolean }]>(
    `SELECT EXISTS (SELECT FROM pg_stat_activity
       WHERE usename = current_user AND pid <> pg_backend_pid() AND xact_start < $1) AS open`,
    [instant],
  );
  return row.open;
}
