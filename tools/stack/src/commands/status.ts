import { checkout } from '../checkout.ts';
import { stillRuns } from '../process/identity.ts';
import { addressLines } from '../report/addresses.ts';
import { healthy } from '../services/start-service.ts';
import { runningStack, type PartRecord } from '../stack-record.ts';

/** What one part says of itself now. */
async function stateOf(part: PartRecord): Promise<string> {
  if (!stillRuns(part.process)) return 'not running';
  if (part.readyUrl === undefined) return 'running';
  return healthy(part.readyUrl).then(
    () => 'ready',
    (error: unknown) => `not ready (${error instanceof Error ? error.message : String(error)})`,
  );
}

/** `npm run stack:status`: one line a part; exit code 0 only when every part is well. */
export async function status(): Promise<number> {
  const record = await runningStack(checkout.stackFile);
  if (record === undefined) {
    console.log('No stack of this checkout is running. "npm start" starts one.');
    return 1;
  }
  const states = await Promise.all(record.parts.map(stateOf));
  const width = Math.max(0, ...record.parts.map(({ name }) => name.length));
  for (const [index, { name, process }] of record.parts.entries()) {
    console.log(`  ${name.padEnd(width)}  process ${String(process.pid).padEnd(7)} ${states[index] ?? ''}`);
  }
  for (const line of ['', ...addressLines(record.addresses)]) console.log(line);
  const well = record.state === 'ready' && states.every((state) => state === 'running' || state === 'ready');
  if (record.state === 'starting') console.log('The stack is still being started.');
  return well ? 0 : 1;
}
