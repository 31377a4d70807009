import { type MessageBus, UnsendableMessage } from '../bus/message-bus.ts';
import type { UnsentRow } from './outbox-rows.ts';

export interface Sending {
  readonly sent: readonly UnsentRow[];
  /** Rows the broker refuses for good, with its reason; rows of the same key after them were not tried. */
  readonly refused: readonly { readonly row: UnsentRow; readonly why: string }[];
}

/** Bytes sent at a time: well below the broker's limit of a batch, 1 MiB by default. */
const CHUNK_BYTES = 512 * 1024;

const publish = (bus: MessageBus, rows: readonly UnsentRow[]): Promise<void> =>
  bus.publish(rows.map(({ topic, key, value }) => ({ topic, key, value })));

/** The rows that are sent together: as many from the front as fit, one at least. */
export function nextChunk(rows: readonly UnsentRow[]): readonly UnsentRow[] {
  let bytes = 0;
  const end = rows.findIndex(({ value }, index) => {
    bytes += Buffer.byteLength(value);
    return index > 0 && bytes > CHUNK_BYTES;
  });
  return end === -1 ? rows : rows.slice(0, end);
}

/**
 * Sends rows together; where the broker refuses one of them, one by one to find out which.
 *
 * @throws whatever means that the broker is away
 */
export async function sendRows(bus: MessageBus, rows: readonly UnsentRow[]): Promise<Sending> {
  try {
    await publish(bus, rows);
    return { sent: rows, refused: [] };
  } catch (error) {
    if (!(error instanceof UnsendableMessage)) throw error;
    return sendSingly(bus, rows);
  }
}

async function sendSingly(bus: MessageBus, rows: readonly UnsentRow[]): Promise<Sending> {
  const sent: UnsentRow[] = [];
  const refused: { row: UnsentRow; why: string }[] = [];
  for (const row of rows) {
    if (refused.some((earlier) => earlier.row.key === row.key)) continue;
    try {
      await publish(bus, [row]);
      sent.push(row);
    } catch (error) {
      if (!(error instanceof UnsendableMessage)) throw error;
      refused.push({ row, why: error.message });
    }
  }
  return { sent, refused };
}
