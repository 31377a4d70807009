import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { services } from '@bihuan/contracts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readJson } from '../json-file.ts';
import type { Deployment } from '../provision/deployment.ts';
import type { Secrets } from '../provision/secrets.ts';
import { serviceDefinitions } from '../services/definitions.ts';
import { serviceEnvironment } from '../services/environment.ts';
import { composeDirectory, composeSurroundings } from './places.ts';
import { writeComposeFiles } from './write-files.ts';

const firstStart = Date.parse('2026-03-01T00:00:00Z');
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bihuan-compose-'));
  await writeComposeFiles(directory, firstStart);
});
afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});
const place = (name: string) => join(directory, name);
const told = async (name: string) => parseEnv(await readFile(place(`${name}.env`), 'utf8'));

describe('what containers are told', () => {
  test.each(serviceDefinitions)(
    '$name: exactly what the local stack tells it, at its place',
    async (service) => {
      const secrets = (await readJson<Secrets>(place('secrets.json')))!;
      const deployment = (await readJson<Deployment>(place('deployment.json')))!;
      const surroundings = composeSurroundings(secrets, deployment);
      expect(await told(service.name)).toEqual(serviceEnvironment(surroundings, service));
    },
  );

  test('is understood by a shell, too', async () => {
    const { temporal } = (await readJson<Secrets>(place('secrets.json')))!;
    const script = `set -a; . '${place('temporal.env')}'; printf '%s %s' "$POSTGRES_PWD" "$SQL_PASSWORD"`;
    expect(execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' })).toBe(`${temporal} ${temporal}`);
  });

  test('holds no setting that is empty or unknown', async () => {
    for (const name of services)
      expect(Object.values(await told(name)).filter((value) => !value || value === 'undefined')).toEqual([]);
  });

  test('keeps the objects of each service on the volume', async () => {
    for (const { name, database } of serviceDefinitions) {
      const { OBJECTS_DIRECTORY: objects } = await told(name);
      expect(objects).toBe(database ? `${composeDirectory}/objects/${name}` : undefined);
    }
  });

  test('can be read by the owner alone', async () => {
    for (const name of await readdir(directory)) expect((await stat(place(name))).mode & 0o777).toBe(0o600);
  });

  test('stays the same from start to start', async () => {
    const before = await Promise.all(services.map(told));
    await writeComposeFiles(directory, firstStart + 86_400_000);
    expect(await Promise.all(services.map(told))).toEqual(before);
  });
});
