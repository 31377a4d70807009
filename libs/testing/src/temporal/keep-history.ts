import { writeFile } from 'node:fs/promises';
import type { WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';

/**
 * Keeps the history of a run for the replay of every later version of its workflow, where the tests are told to by
 * BIHUAN_RECORD_HISTORIES, a release such as `2023.10`.
 *
 * @param directory ends in `__histories__`
 * @returns how many events it has
 */
export async function keepHistory(directory: string, name: string, handle: WorkflowHandle): Promise<number> {
  const release = process.env['BIHUAN_RECORD_HISTORIES'];
  const history = await handle.fetchHistory();
  if (release !== undefined)
    await writeFile(`${directory}/${name}.${release}.json`, `${historyToJSON(history)}\n`);
  return history.events?.length ?? 0;
}
