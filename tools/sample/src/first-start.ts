import { until } from '@bihuan/api-client';
import { addMonths } from '@bihuan/process-core';
import type { Import, LedgerFile, Monthly, ProductCalls } from './product-calls.ts';

/** The product works on; whoever waits this long is told that it does not. */
const IMPORT_LIMIT_S = 1800;
const MONTH_LIMIT_S = 600;

/** What the first start brings into the product. */
export interface FirstStart extends LedgerFile {
  readonly rows: number;
  /** Names the ledger in Idempotency-Keys: a first start that was interrupted is finished by the next. */
  readonly series: string;
  /** The month that the campaign's first edition is named after, `YYYY-MM`. */
  readonly firstMonth: string;
  /** Today in business time; months that end later are left to the schedules. */
  readonly today: string;
}

/**
 * Imports the ledger as a user would, then has the months that have ended disclosed and assessed, in order.
 *
 * @param say hears where it stands
 * @throws Error when the ledger was not taken, or a month was not published in time
 */
export async function firstStart(
  product: ProductCalls,
  start: FirstStart,
  say: (line: string) => void,
): Promise<void> {
  await importLedger(product, start, say);
  const months = endedMonths(start.firstMonth, start.today);
  for (const month of months)
    for (const what of ['editions', 'assessments'] as const) {
      say(`${nameOf[what]} of ${month}`);
      await publish(product, what, start, month);
    }
  say(`${start.rows} hazards imported; ${months.length} months disclosed and assessed`);
}

const nameOf: Record<Monthly, string> = { editions: 'edition', assessments: 'assessment' };

/** Months from the first one to the one before today's. */
export function endedMonths(firstMonth: string, today: string): string[] {
  const months: string[] = [];
  for (let day = `${firstMonth}-01`; day.slice(0, 7) < today.slice(0, 7); day = addMonths(day, 1))
    months.push(day.slice(0, 7));
  return months;
}

async function importLedger(
  product: ProductCalls,
  start: FirstStart,
  say: (line: string) => void,
): Promise<void> {
  const earlier = await product.importsOf(start.file);
  const { id } =
    earlier.find((one) => !gaveUp(one)) ??
    (await product.startImport(start, `${start.series}-import-${earlier.length}`));
  let said = '';
  const ended = await until(`end of import ${id}`, IMPORT_LIMIT_S, async () => {
    const now = await product.readImport(id);
    const line = progressOf(now, start.rows);
    if (line !== said) say(line);
    said = line;
    return now.state === 'completed' || gaveUp(now) ? now : undefined;
  });
  if (gaveUp(ended)) throw new Error(`the import ended as ${ended.state}: ${reasonOf(ended)}`);
}

const gaveUp = ({ state }: Import) => state === 'rejected' || state === 'cancelled' || state === 'failed';

function reasonOf({ problem, rows }: Import): string {
  return problem ? `${problem.code} ${problem.message}` : `${rows.bad} bad rows`;
}

function progressOf({ state, rows }: Import, all: number): string {
  switch (state) {
    case 'reading':
      return `reading ${rows.read} of ${all} rows`;
    case 'applying':
      return `applying ${rows.inserted} of ${all} rows`;
    default:
      return `import ${state}`;
  }
}

async function publish(
  product: ProductCalls,
  what: Monthly,
  { campaignCode, series }: FirstStart,
  month: string,
): Promise<void> {
  await product.request(what, campaignCode, month, `${series}-${what}-${month}`);
  await until(`${nameOf[what]} of ${month}`, MONTH_LIMIT_S, async () =>
    (await product.isPublished(what, campaignCode, month)) ? true : undefined,
  );
}
