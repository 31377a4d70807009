import { rm } from 'node:fs/promises';
import { checkout } from '../checkout.ts';
import { writeJson } from '../json-file.ts';
import { listenForStop } from '../process/signals.ts';
import { readSettings } from '../settings.ts';
import { Supervised } from '../supervision.ts';
import { startTestServers } from '../test-servers.ts';

/** Starts the servers of the tests and keeps them, for running single test files against them. */
export async function servers(): Promise<number> {
  const stop = listenForStop();
  const supervised = new Supervised();
  void stop.again.then(() => {
    supervised.kill();
  });
  const running = await startTestServers(readSettings(), supervised);
  try {
    await writeJson(checkout.testServersFile, running.environment);
    for (const [name, value] of Object.entries(running.environment)) console.log(`export ${name}='${value}'`);
    console.log(`# Temporal UI: ${running.temporalUi}`);
    console.log('# Ctrl-C stops the servers and deletes their data.');
    await stop.first;
    return 0;
  } finally {
    await supervised.stop();
    await running.discard();
    await rm(checkout.testServersFile, { force: true });
  }
}
