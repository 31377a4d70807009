import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locateServers } from './locate-servers.ts';
import { newPassword } from './provision/secrets.ts';
import { runSteps } from './report/steps.ts';
import { locateTimeSkippingServer } from './servers/time-skipping.ts';
import type { StackSettings } from './settings.ts';
import { startServers } from './start-servers.ts';
import type { Supervised } from './supervision.ts';

/** What tests need to know about the servers, by the names they read. */
export interface TestEnvironment {
  /** postgres:// URL of a superuser */
  readonly BIHUAN_TEST_POSTGRES: string;
  readonly BIHUAN_TEST_KAFKA: string;
  readonly BIHUAN_TEST_TEMPORAL: string;
  /** Executable of the time-skipping Temporal server. */
  readonly BIHUAN_TEST_TIME_SKIPPING: string;
}

export interface TestServers {
  readonly environment: TestEnvironment;
  readonly temporalUi: string;
  /** Deletes the data; call it once the servers have stopped. */
  discard(): Promise<void>;
}

async function locateTimeSkipping(settings: StackSettings): Promise<string> {
  let executable = '';
  const step = {
    title: 'time-skipping Temporal server',
    run: async (report: (line: string) => void) => {
      executable = await locateTimeSkippingServer(settings, report);
      return 'located';
    },
  };
  await runSteps([step], settings.plain);
  return executable;
}

/**
 * Starts the servers that tests run against, on free ports and with throw-away data.
 *
 * @param supervised gets every process that is started; after a failure those that came up are stopped
 */
export async function startTestServers(
  settings: StackSettings,
  supervised: Supervised,
): Promise<TestServers> {
  const located = await locateServers(settings);
  const timeSkipping = await locateTimeSkipping(settings);
  const directory = await mkdtemp(join(tmpdir(), 'bihuan-test-'));
  const discard = () => rm(directory, { recursive: true, force: true });
  try {
    await chmod(directory, 0o711);
    const place = {
      dataDirectory: join(directory, 'data'),
      logDirectory: join(directory, 'logs'),
      namespace: 'bihuan',
      passwords: { postgres: newPassword(), temporal: newPassword() },
    };
    const starting = await startServers(located, place, (process) => {
      supervised.add(process);
    });
    await runSteps(starting.steps, settings.plain);
    const addresses = await starting.addresses;
    const environment = {
      BIHUAN_TEST_POSTGRES: addresses.postgres,
      BIHUAN_TEST_KAFKA: addresses.kafka,
      BIHUAN_TEST_TEMPORAL: addresses.temporal,
      BIHUAN_TEST_TIME_SKIPPING: timeSkipping,
    };
    return { environment, temporalUi: addresses.temporalUi, discard };
  } catch (error) {
    await supervised.stop();
    await discard();
    throw error;
  }
}
