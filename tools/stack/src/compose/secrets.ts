import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadDeployment } from '../provision/deployment.ts';
import { loadSecrets } from '../provision/secrets.ts';
import { serviceDefinitions } from '../services/definitions.ts';
import { serviceEnvironment } from '../services/environment.ts';
import { composeDirectory, composeSurroundings } from './places.ts';

// First container of docker-compose.yml: makes the secrets of this deployment, once, and writes what each of the
// other containers is told into the volume they share. The file of compose itself holds no secret.

const place = (name: string) => join(composeDirectory, name);

/** Lines that both `node --env-file` and a shell read; values hold no single quote. */
async function writeEnvironment(name: string, environment: Readonly<Record<string, string>>): Promise<void> {
  const lines = Object.entries(environment).map(([key, value]) => `${key}='${value}'\n`);
  await writeFile(place(`${name}.env`), lines.join(''), { mode: 0o600 });
}

const owners = serviceDefinitions.filter(({ database }) => database).map(({ name }) => name);
const secrets = await loadSecrets(place('secrets.json'), owners);
const surroundings = composeSurroundings(secrets, await loadDeployment(place('deployment.json'), Date.now()));

await writeFile(place('postgres-password'), secrets.postgres, { mode: 0o600 });
await writeEnvironment('temporal', { POSTGRES_PWD: secrets.temporal, SQL_PASSWORD: secrets.temporal });
for (const service of serviceDefinitions) {
  await writeEnvironment(service.name, serviceEnvironment(surroundings, service));
}
