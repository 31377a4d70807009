import { createInterface } from 'node:readline/promises';
import { checkout } from '../checkout.ts';
import { discardPlace } from '../place.ts';
import { runningStack } from '../stack-record.ts';

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
  if ((await runningStack(checkout.stackFile)) !== undefined) {
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
  await discardPlace(checkout);
  console.log('Deleted. The next start is a first start.');
  return 0;
}
