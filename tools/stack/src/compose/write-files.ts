import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadDeployment } from '../provision/deployment.ts';
import { loadSecrets } from '../provision/secrets.ts';
import { serviceDefinitions } from '../services/definitions.ts';
import { serviceEnvironment } from '../services/environment.ts';
import { composeSurroundings } from './places.ts';

/**
 * Makes the secrets of a deployment in containers, once, and writes what each container is told: a file `<name>.env`
 * of each service and of Temporal, and the password of Postgres.
 *
 * @param directory of the volume that all containers share
 * @param now system time in milliseconds
 */
export async function writeComposeFiles(directory: string, now: number): Promise<void> {
  const place = (name: string) => join(directory, name);
  const owners = serviceDefinitions.filter(({ database }) => database).map(({ name }) => name);
  const secrets = await loadSecrets(place('secrets.json'), owners);
  const deployment = await loadDeployment(place('deployment.json'), now);
  const surroundings = composeSurroundings(secrets, deployment);

  await writeFile(place('postgres-password'), secrets.postgres, { mode: 0o600 });
  await writeEnvironment(place('temporal.env'), {
    POSTGRES_PWD: secrets.temporal,
    SQL_PASSWORD: secrets.temporal,
  });
  for (const service of serviceDefinitions)
    await writeEnvironment(place(`${service.name}.env`), serviceEnvironment(surroundings, service));
}

/** Lines that both `node --env-file` and a shell read; values hold no single quote. */
async function writeEnvironment(path: string, environment: Readonly<Record<string, string>>): Promise<void> {
  const lines = Object.entries(environment).map(([key, value]) => `${key}='${value}'\n`);
  await writeFile(path, lines.join(''), { mode: 0o600 });
}
