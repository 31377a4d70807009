import { join } from 'node:path';
import { readJson } from '../json-file.ts';
import { provisionServices, provisionTemporal } from '../provision/databases.ts';
import { loadDeployment } from '../provision/deployment.ts';
import type { Secrets } from '../provision/secrets.ts';
import { provisionTopics } from '../provision/topics.ts';
import { composeDirectory, composeSurroundings } from './places.ts';

// Container between the servers and the services: databases, roles, schemas and topics.

const secrets = await readJson<Secrets>(join(composeDirectory, 'secrets.json'));
if (secrets === undefined)
  throw new Error(`There are no secrets in ${composeDirectory}: the first container makes them.`);
const deployment = await loadDeployment(join(composeDirectory, 'deployment.json'), Date.now());
const { addresses } = composeSurroundings(secrets, deployment);

await provisionServices(addresses.postgres, secrets.services);
await provisionTemporal(addresses.postgres, secrets.temporal);
await provisionTopics(addresses.kafka);
