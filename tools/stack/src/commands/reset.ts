import { createInterface } from 'node:readline/promises';
import { checkout } from '../checkout.ts';
import { discardPlace } from '../place.ts';
import { readJson } from '../json-file.ts';
import { stillRuns } from '../process/identity.ts';
import { endLeftovers, type StackRecord } from '../stack-record.ts';

async function confirmed(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await terminal.question(
      `Delete ${checkout.state} with all data, secrets and accounts? Type "yes": `,
    );
    return answer.trim() === 'yes';
  } finally {
    terminal.close();
  }
}

/**
 * `npm run stack:reset`: deletes everything that the product keeps in this checkout, so that the next start is
 * a first start. Asks first; `--yes` answers for somebody who cannot be asked.
 */
export async function reset(args: readonly string[]): Promise<number> {
  const record = await readJson<StackRecord>(checkout.stackFile);
  if (record !== undefined && stillRuns(record.supervisor)) {
    console.error('The stack is running. Stop it first: npm run stack:stop');
    return 1;
  }
  if (!args.includes('--yes')) {
    if (!process.stdin.isTTY) {
      console.error('There is nobody to ask here. To delete without asking: npm run stack:reset -- --yes');
      return 1;
    }
    if (!(await confirmed())) {
      console.log('Nothing was deleted.');
      return 1;
    }
  }
  // Parts that outlived a supervisor that was killed would write on.
  if (record !== undefined) await endLeftovers(record.parts);
  await discardPlace(checkout);
  console.log('Deleted. The next start is a first start.');
  return 0;
}
