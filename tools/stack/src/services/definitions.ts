import type { ServiceName } from '@bihuan/contracts';

/** One process of the product. */
export interface ServiceDefinition {
  readonly name: ServiceName;
  /** Whether it owns a schema. */
  readonly database: boolean;
  /** Limit of the JavaScript heap in MiB; native memory comes on top. */
  readonly heapMb: number;
  readonly preferredPort?: number;
}

const owner = (name: ServiceName): ServiceDefinition => ({ name, database: true, heapMb: 112 });

/**
 * The services in the order they are started: campaign first, because the others wait for its reference data;
 * the gateway last, because it opens the door to all of them.
 */
export const serviceDefinitions: readonly ServiceDefinition[] = [
  owner('campaign'),
  { name: 'identity', database: false, heapMb: 80, preferredPort: 8081 },
  owner('registration'),
  owner('handover'),
  owner('supervision'),
  { name: 'workflow-worker', database: false, heapMb: 192 },
  owner('notification'),
  owner('disclosure'),
  owner('assessment'),
  { name: 'gateway', database: true, heapMb: 112, preferredPort: 8080 },
];
