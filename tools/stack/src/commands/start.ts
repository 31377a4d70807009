import { bringUp, stackAddresses, toolEnvironment } from '../bring-up.ts';
import { checkout } from '../checkout.ts';
import { endCommands } from '../process/run.ts';
import { listenForStop } from '../process/signals.ts';
import { accountLines } from '../report/accounts.ts';
import { addressLines } from '../report/addresses.ts';
import { runSteps } from '../report/steps.ts';
import { sampleStep } from '../sample.ts';
import { readSettings } from '../settings.ts';
import { AlreadyRunning } from '../stack-record.ts';
import { StackSession } from '../stack-session.ts';

const say = (line: string) => {
  console.log(line);
};
const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Brings the product up, loads the sample ledger at the first start and shows where everything is. */
async function present(session: StackSession): Promise<void> {
  const begun = performance.now();
  const settings = readSettings();
  const surroundings = await bringUp(settings, checkout, session.started);
  const environment = toolEnvironment(surroundings);
  const addresses = stackAddresses(surroundings);
  session.ready({ addresses, environment });
  session.keepAlive(say);
  say(`\nReady in ${seconds(begun)}.`);
  if (!surroundings.deployment.sampleLoaded) {
    await runSteps([sampleStep(environment, surroundings.deployment)], settings.plain).catch(
      (error: unknown) => {
        say(`✖ The sample ledger is not complete and is tried again at the next start: ${String(error)}`);
      },
    );
  }
  const accounts = await accountLines(checkout.demoAccountsFile);
  for (const line of ['', ...addressLines(addresses), '', 'Demonstration accounts:', ...accounts, ''])
    say(line);
  say('Ctrl-C stops everything.');
}

/** `npm start`: the whole product on this machine, until Ctrl-C. */
export async function start(): Promise<number> {
  const stop = listenForStop();
  const session = await StackSession.open(checkout.stackFile).catch((error: unknown) => {
    if (error instanceof AlreadyRunning) return error;
    throw error;
  });
  if (session instanceof AlreadyRunning) {
    for (const line of [session.message, ...addressLines(session.record.addresses)]) console.error(line);
    return 1;
  }
  void stop.again.then(() => {
    session.kill();
  });
  try {
    const presented = present(session);
    await Promise.race([presented.then(() => stop.first), stop.first]);
    return 0;
  } finally {
    const begun = performance.now();
    say('Stopping …');
    endCommands();
    await session.close();
    say(`Stopped in ${seconds(begun)}.`);
  }
}
