import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locateServers } from './locate-servers.ts';
import type { ManagedProcess } from './process/managed-process.ts';
import { newPassword } from './provision/secrets.ts';
import { runSteps, type Step } from './report/steps.ts';
import { locateObjectStore, objectStoreVersion, startObjectStore } from './servers/object-store.ts';
import type { Report } from './servers/server.ts';
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
  /** Address of an S3-compatible store, with the keys of this run as user and password. */
  readonly BIHUAN_TEST_S3: string;
}

export interface TestServers {
  readonly environment: TestEnvironment;
  readonly temporalUi: string;
  /** Deletes the data; call it once the servers have stopped. */
  discard(): Promise<void>;
}

interface TestExecutables {
  readonly timeSkipping: string;
  readonly objectStore: string;
}

/** What only tests need, beside the servers of the stack. */
async function locateForTests(settings: StackSettings): Promise<TestExecutables> {
  const found: { -readonly [Key in keyof TestExecutables]?: string } = {};
  const step = (
    key: keyof TestExecutables,
    title: string,
    locate: (settings: StackSettings, report: Report) => Promise<string>,
  ): Step => ({
    title,
    async run(report) {
      found[key] = await locate(settings, report);
      return 'located';
    },
  });
  await runSteps(
    [
      step('timeSkipping', 'time-skipping Temporal server', locateTimeSkippingServer),
      step('objectStore', `Versity S3 Gateway ${objectStoreVersion}`, locateObjectStore),
    ],
    settings.plain,
  );
  return found as TestExecutables;
}

/** The object store as a step beside those of the other servers. */
function startingObjectStore(...parts: Parameters<typeof startObjectStore>): {
  readonly step: Step;
  readonly address: Promise<string>;
} {
  const address = startObjectStore(...parts);
  // Heard of through the step; this keeps a failure from counting as unheard before it runs.
  address.catch(() => undefined);
  return {
    step: { title: 'Versity S3 Gateway', run: async () => `at ${new URL(await address).host}` },
    address,
  };
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
  const { timeSkipping, objectStore } = await locateForTests(settings);
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
    const started = (process: ManagedProcess) => {
      supervised.add(process);
    };
    const starting = await startServers(located, place, started);
    const store = startingObjectStore(objectStore, place, started);
    await runSteps([...starting.steps, store.step], settings.plain);
    const addresses = await starting.addresses;
    const environment = {
      BIHUAN_TEST_POSTGRES: addresses.postgres,
      BIHUAN_TEST_KAFKA: addresses.kafka,
      BIHUAN_TEST_TEMPORAL: addresses.temporal,
      BIHUAN_TEST_TIME_SKIPPING: timeSkipping,
      BIHUAN_TEST_S3: await store.address,
    };
    return { environment, temporalUi: addresses.temporalUi, discard };
  } catch (error) {
    await supervised.stop();
    await discard();
    throw error;
  }
}
