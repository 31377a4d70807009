import { join } from 'node:path';
import { checkout } from '../checkout.ts';
import { machineEnvironment } from '../settings.ts';
import { layers, ManagedProcess } from '../process/managed-process.ts';
import { untilReady } from '../process/ready.ts';
import type { Started } from '../servers/server.ts';
import type { ServiceDefinition } from './definitions.ts';
import { serviceEnvironment, type ServiceSurroundings } from './environment.ts';

/** Log lines name their request without a hook on every promise, as from Node 24 on by default: a tenth less work. */
export const serviceFlags = ['--enable-source-maps', '--experimental-async-context-frame'] as const;
const ANSWERS_LIMIT_MS = 60_000;
const READY_LIMIT_MS = 120_000;
const REQUEST_LIMIT_MS = 3_000;

/** Asks a health endpoint; rejects unless the answer is 2xx, and then names the parts that are not ready. */
export async function healthy(url: string): Promise<void> {
  const response = await fetch(url, { signal: AbortSignal.timeout(REQUEST_LIMIT_MS) });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  await response.body?.cancel();
}

/** Starts one service from its build; returns when the process answers, ready for work or not yet. */
export async function startService(
  surroundings: ServiceSurroundings,
  service: ServiceDefinition,
  logDirectory: string,
  started: Started,
): Promise<ManagedProcess> {
  const url = surroundings.urls[service.name];
  const directory = join(checkout.root, 'apps', service.name);
  const child = await ManagedProcess.start({
    name: service.name,
    command: process.execPath,
    args: [
      `--max-old-space-size=${service.heapMb}`,
      `--max-semi-space-size=${service.youngMb}`,
      ...serviceFlags,
      join(directory, 'dist', 'main.js'),
    ],
    env: { ...machineEnvironment(), ...serviceEnvironment(surroundings, service) },
    cwd: directory,
    logFile: join(logDirectory, `${service.name}.log`),
    layer: service.name === 'gateway' ? layers.gateway : layers.services,
    readyUrl: `${url}/readyz`,
  });
  started(child);
  await untilReady(child, () => healthy(`${url}/healthz`), ANSWERS_LIMIT_MS);
  return child;
}

/** Waits until a started service is ready: database, Kafka consumer, Temporal worker, reference copies. */
export async function untilServiceReady(child: ManagedProcess, url: string): Promise<void> {
  await untilReady(child, () => healthy(`${url}/readyz`), READY_LIMIT_MS);
}
