import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ApiClient, type DemoCredentials, readCredentials } from '@bihuan/api-client';
import { createTestTopics, type TestTopics } from '@bihuan/testing/kafka';
import { createTestDatabase, type TestDatabase } from '@bihuan/testing/postgres';
import {
  type BreakableProxy,
  breakableProxy,
  createTestNamespace,
  sharedWorkflowBundle,
  type TestNamespace,
} from '@bihuan/testing/temporal';
import { brokerAnswers } from './broker-answers.ts';
import { freePort } from './free-port.ts';
import { type Orders, ordersVariable } from './orders.ts';
import { ServiceProcess } from './service-process.ts';
import {
  accountsFile,
  keyPair,
  listeners,
  loopParts,
  type Part,
  settingsOf,
  type Surroundings,
} from './settings.ts';

/** Monday morning in the middle of the campaign, where business time starts. */
const START = Date.parse('2023-10-09T09:00:00+08:00');
/** How long a process may take to come to the point at which it dies. */
const DEATH_LIMIT_MS = 45_000;
const hasDatabase = (part: Part): boolean => part !== 'identity' && part !== 'workflow-worker';
const sourceOf = (file: string) => fileURLToPath(new URL(`../../../../${file}`, import.meta.url));

interface Servers {
  readonly databases: ReadonlyMap<string, TestDatabase>;
  readonly topics: TestTopics;
  readonly temporal: TestNamespace;
  /** The ways to the servers, which a test can cut. */
  readonly toKafka: BreakableProxy;
  readonly toTemporal: BreakableProxy;
}

/** The whole product: its services in processes of their own, over real servers that a test can take away. */
export class Product {
  readonly #running = new Map<Part, ServiceProcess>();

  private constructor(
    readonly servers: Servers,
    readonly surroundings: Surroundings,
    private readonly bundle: string,
  ) {}

  /**
   * @param orders for single parts, from the beginning
   * @param parts the processes to start
   */
  static async start(
    orders: Partial<Record<Part, Orders>> = {},
    parts: readonly Part[] = loopParts,
  ): Promise<Product> {
    const servers = await openServers(parts);
    const { codePath } = await sharedWorkflowBundle({
      workflowsPath: sourceOf('apps/workflow-worker/src/bundle/workflows.ts'),
      interceptorModules: [sourceOf('workflows/hazard-loop/src/interceptors.ts')],
    });
    const product = new Product(servers, await surroundingsOf(servers), codePath);
    try {
      for (const part of parts) product.begin(part, orders[part]);
      await Promise.all([...product.#running.values()].map((process) => process.ready()));
    } catch (error) {
      await product.stop();
      throw error;
    }
    return product;
  }

  get credentials(): Promise<DemoCredentials> {
    return readCredentials(accountsFile(this.surroundings));
  }

  /** Speaks to the public API as a demonstration account. */
  async as(login: string): Promise<ApiClient> {
    return new ApiClient(this.surroundings.urls.gateway, await this.credentials, login);
  }

  /** Looks into the database of a part. */
  rows<T>(part: Part, sql: string, params: readonly unknown[] = []): Promise<T[]> {
    const database = this.servers.databases.get(part);
    if (!database) throw new Error(`${part} has no database`);
    return database.asSuperuser(sql, params) as Promise<T[]>;
  }

  /** What a part says it cannot do now. */
  async notReady(part: Part): Promise<readonly string[]> {
    const response = await fetch(`${this.surroundings.urls[part]}/readyz`);
    return ((await response.json()) as { notReady: string[] }).notReady;
  }

  /** Stops a part in order and starts it with other orders. */
  async restart(part: Part, orders: Orders = {}): Promise<void> {
    await this.processOf(part).stop();
    await this.begin(part, orders).ready();
  }

  /** Waits until a part has been killed at its point, and starts it again. Not waited for: it may die again at once. */
  async comeBack(part: Part, orders: Orders = {}): Promise<ServiceProcess> {
    const { ended } = this.processOf(part);
    const end = await Promise.race([ended, pause(DEATH_LIMIT_MS, 'still running', { ref: false })]);
    if (end !== 'SIGKILL') throw new Error(`${part} was not killed at its point: ${end}`);
    return this.begin(part, orders);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#running.values()].map((process) => process.stop()));
    const { databases, topics, temporal, toKafka, toTemporal } = this.servers;
    await Promise.all([
      toKafka.close(),
      toTemporal.close(),
      ...[...databases.values()].map((database) => database.drop()),
      topics.drop(),
      temporal.close(),
      rm(this.surroundings.folder, { recursive: true }),
    ]);
  }

  private begin(part: Part, orders: Orders = {}): ServiceProcess {
    const given = part === 'workflow-worker' ? { ...orders, workflowBundle: this.bundle } : orders;
    const settings = settingsOf(this.surroundings, part);
    const environment = { ...settings, [ordersVariable]: JSON.stringify(given) };
    const process = ServiceProcess.start(part, this.surroundings.urls[part], environment);
    this.#running.set(part, process);
    return process;
  }

  private processOf(part: Part): ServiceProcess {
    const process = this.#running.get(part);
    if (!process) throw new Error(`${part} was never started`);
    return process;
  }
}

async function openServers(parts: readonly Part[]): Promise<Servers> {
  const [topics, temporal, databases] = await Promise.all([
    createTestTopics(),
    createTestNamespace(),
    Promise.all(
      parts.filter(hasDatabase).map(async (part) => [part, await createTestDatabase(part)] as const),
    ),
  ]);
  const [broker = ''] = topics.brokers;
  return {
    databases: new Map(databases),
    topics,
    temporal,
    toKafka: await breakableProxy(broker, brokerAnswers),
    toTemporal: await breakableProxy(temporal.address),
  };
}

async function surroundingsOf(servers: Servers): Promise<Surroundings> {
  const { databases, topics, temporal, toKafka, toTemporal } = servers;
  const urls = new Map<Part, string>();
  for (const part of [...loopParts, ...listeners]) urls.set(part, `http://127.0.0.1:${await freePort()}`);
  return {
    urls: Object.fromEntries(urls) as Record<Part, string>,
    databases: Object.fromEntries([...databases].map(([part, { url }]) => [part, url])),
    kafka: { brokers: toKafka.address, prefix: topics.prefix },
    temporal: { address: toTemporal.address, namespace: temporal.namespace },
    businessOffsetMs: START - Date.now(),
    token: keyPair(),
    folder: await mkdtemp(join(tmpdir(), 'bihuan-faults-')),
  };
}
