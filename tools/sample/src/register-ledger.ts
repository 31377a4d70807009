import { availableParallelism } from 'node:os';
import type { RegisterHazard } from '@bihuan/contracts';
import { ApiProblem } from '@bihuan/api-client';

/** What is used of the API's client. */
interface Registrar {
  post(path: string, body: unknown, key: string): Promise<unknown>;
}

/**
 * Registers every row once. A run after an interruption completes on any day: a row registered on an earlier one bears
 * the dates of that day, so its key is refused as used for something else, and the row is in.
 *
 * @param series names the ledger; with the number of the row it is the row's Idempotency-Key
 * @throws ApiProblem at any other refusal
 */
export async function registerLedger(
  api: Registrar,
  ledger: readonly RegisterHazard[],
  series: string,
): Promise<void> {
  const queue = ledger.map((hazard, row) => ({ hazard, key: `${series}-${row}` }));
  const registerRows = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift())
      await api.post('/hazards', next.hazard, next.key).catch(unlessRegisteredEarlier);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, registerRows));
}

function unlessRegisteredEarlier(error: unknown): void {
  if (!(error instanceof ApiProblem && error.code === 'request.idempotencyKeyReused')) throw error;
}
