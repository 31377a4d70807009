import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import kafkajs from 'kafkajs';
import { cachedDirectory } from '../locate/cache.ts';
import { copyJars } from '../locate/maven.ts';
import { findVersionOnPath } from '../locate/path-executable.ts';
import { java, requireToolchain } from '../locate/toolchain.ts';
import { layers, ManagedProcess } from '../process/managed-process.ts';
import { untilReady } from '../process/ready.ts';
import { run } from '../process/run.ts';
import type { ServerKind } from './server.ts';

export interface KafkaFiles {
  /** Directory of the jars. */
  readonly libraries: string;
}

export interface KafkaPlace {
  readonly dataDirectory: string;
  readonly logFile: string;
  readonly port: number;
  readonly controllerPort: number;
}

const version = '4.3.0';
const START_LIMIT_MS = 60_000;
const pom = fileURLToPath(new URL('../../kafka/pom.xml', import.meta.url));
const logging = fileURLToPath(new URL('../../kafka/log4j2.properties', import.meta.url));

/** What the broker is told wherever it runs: one broker that is its own controller. */
export const kafkaProperties: Readonly<Record<string, string>> = {
  'process.roles': 'broker,controller',
  'node.id': '1',
  'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
  'controller.listener.names': 'CONTROLLER',
  'inter.broker.listener.name': 'PLAINTEXT',
  // Topics are made by their own step with the partitions and retention of the contracts.
  'auto.create.topics.enable': 'false',
  'offsets.topic.replication.factor': '1',
  'offsets.topic.num.partitions': '8',
  'transaction.state.log.replication.factor': '1',
  'transaction.state.log.min.isr': '1',
  'transaction.state.log.num.partitions': '8',
  'share.coordinator.state.topic.replication.factor': '1',
  'share.coordinator.state.topic.min.isr': '1',
  'group.initial.rebalance.delay.ms': '0',
  // A consumer that was away for a month still finds its place; facts themselves never expire.
  'offsets.retention.minutes': '43200',
};

/** The controller quorum is written in the configuration, not in the data, so that the ports may differ at every start. */
export function placeOfKafka(place: KafkaPlace): Readonly<Record<string, string>> {
  const controller = `127.0.0.1:${place.controllerPort}`;
  return {
    'controller.quorum.voters': `1@${controller}`,
    listeners: `PLAINTEXT://127.0.0.1:${place.port},CONTROLLER://${controller}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${place.port}`,
    'log.dirs': join(place.dataDirectory, 'log'),
  };
}

function serverProperties(place: KafkaPlace): string {
  const properties = Object.entries({ ...kafkaProperties, ...placeOfKafka(place) });
  return properties.map(([key, value]) => `${key}=${value}\n`).join('');
}

export const kafkaHeap = ['-Xms128m', '-Xmx256m'];
export const kafkaJvm = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-XX:+ExitOnOutOfMemoryError'];

function javaCommand(files: KafkaFiles): string[] {
  const logs = `-Dlog4j2.configurationFile=${logging}`;
  return [...kafkaHeap, ...kafkaJvm, logs, '-cp', join(files.libraries, '*')];
}

async function formatOnce(files: KafkaFiles, dataDirectory: string, configuration: string): Promise<void> {
  const formatted = await readFile(join(dataDirectory, 'log', 'meta.properties'), 'utf8').catch(
    () => undefined,
  );
  if (formatted !== undefined) return;
  const id = randomBytes(16).toString('base64url');
  // One word: an id may begin with a hyphen, and would be taken for an option.
  const args = ['kafka.tools.StorageTool', 'format', `--cluster-id=${id}`, '-c', configuration];
  await run('java', [...javaCommand(files), ...args]);
}

async function brokerAnswers(address: string): Promise<void> {
  const { Kafka, logLevel } = kafkajs;
  const client = new Kafka({ brokers: [address], logLevel: logLevel.NOTHING, retry: { retries: 0 } });
  const admin = client.admin();
  await admin.connect();
  try {
    const { brokers } = await admin.describeCluster();
    if (brokers.length === 0) throw new Error('no broker has registered yet');
  } finally {
    await admin.disconnect();
  }
}

export const kafka: ServerKind<KafkaFiles, KafkaPlace> = {
  name: 'Kafka',
  version,

  async locate(settings, report) {
    const address = settings.addresses.kafka;
    if (address !== undefined) return { from: 'address', address };
    await requireToolchain(java, 'to run Apache Kafka');
    const script = await findVersionOnPath('kafka-server-start.sh', /\b4\.3\.\d+/, settings.path);
    if (script !== undefined) return { from: 'PATH', files: { libraries: join(script, '..', '..', 'libs') } };
    const libraries = await cachedDirectory(settings.cacheDirectory, `kafka-${version}`, (directory) =>
      copyJars(pom, directory, 'to fetch Apache Kafka', report),
    );
    return { from: 'cache', files: { libraries } };
  },

  async start(files, place, started) {
    await mkdir(place.dataDirectory, { recursive: true });
    const configuration = join(place.dataDirectory, 'server.properties');
    await writeFile(configuration, serverProperties(place));
    await formatOnce(files, place.dataDirectory, configuration);
    const child = await ManagedProcess.start({
      name: 'Kafka',
      command: 'java',
      args: [...javaCommand(files), 'kafka.Kafka', configuration],
      env: process.env,
      logFile: place.logFile,
      layer: layers.kafka,
    });
    const address = `127.0.0.1:${place.port}`;
    started(child);
    await untilReady(child, () => brokerAnswers(address), START_LIMIT_MS);
    return { process: child, address };
  },
};
