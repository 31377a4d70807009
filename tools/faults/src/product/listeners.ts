import { isDeepStrictEqual } from 'node:util';
import { eventually } from '@bihuan/testing/temporal';
import type { Product } from './product.ts';

/**
 * What those who only listen hold of a hazard that was handed over: one message an addressee, a copy for each department
 * that shares the field, one row a projection.
 */
const wanted = {
  messages: {
    'handover.copied/SX-SCJGJ': 1,
    'handover.copied/SX-SWT': 1,
    'handover.dispatched/GOV-140100': 1,
    'handover.dispatched/SX-ZJT': 1,
  },
  material: ['handedOver'],
  measures: ['handedOver'],
};

/** Waits until the listeners hold just that; fails with what was seen last. */
export async function untilListenersHeard(product: Product, hazardNo: string): Promise<void> {
  await eventually(
    () => heardOf(product, hazardNo),
    (heard) => isDeepStrictEqual(heard, wanted),
    60_000,
  );
}

async function heardOf(product: Product, hazardNo: string): Promise<typeof wanted | object> {
  const messages = await product.rows<{ message: string; n: number }>(
    'notification',
    `SELECT kind || '/' || org_code AS message, count(*)::int AS n FROM notification WHERE hazard_no = $1
     GROUP BY 1 ORDER BY 1`,
    [hazardNo],
  );
  return {
    messages: Object.fromEntries(messages.map(({ message, n }) => [message, n])),
    material: await statesIn(product, 'disclosure', 'edition_material', hazardNo),
    measures: await statesIn(product, 'assessment', 'hazard_measure', hazardNo),
  };
}

async function statesIn(
  product: Product,
  part: 'disclosure' | 'assessment',
  table: string,
  hazardNo: string,
): Promise<string[]> {
  const sql = `SELECT state FROM ${table} WHERE hazard_no = $1`;
  return (await product.rows<{ state: string }>(part, sql, [hazardNo])).map(({ state }) => state);
}
