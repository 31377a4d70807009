import type { ServiceName } from '@bihuan/contracts';

/** One process of the product. */
export interface ServiceDefinition {
  readonly name: ServiceName;
  /** Whether it owns a schema. */
  readonly database: boolean;
  /** Limit of the JavaScript heap in MiB; native memory comes on top. */
  readonly heapMb: number;
  /** Space for new objects in MiB: small saves memory at rest, large saves processor time under load. */
  readonly youngMb: number;
  readonly preferredPort?: number;
}

const AT_REST = 2;
const UNDER_LOAD = 4;
const IN_CROWDS = 16;

const owner = (name: ServiceName, youngMb = AT_REST): ServiceDefinition => ({
  name,
  database: true,
  heapMb: 112,
  youngMb,
});

/**
 * The services in the order they are started: campaign first, because the others wait for its reference data;
 * the gateway last, because it opens the door to all of them.
 */
export const serviceDefinitions: readonly ServiceDefinition[] = [
  owner('campaign'),
  { name: 'identity', database: false, heapMb: 80, youngMb: AT_REST, preferredPort: 8081 },
  owner('registration', IN_CROWDS),
  owner('handover'),
  owner('supervision'),
  { name: 'workflow-worker', database: false, heapMb: 192, youngMb: UNDER_LOAD },
  owner('notification'),
  owner('disclosure'),
  owner('assessment'),
  { name: 'gateway', database: true, heapMb: 112, youngMb: UNDER_LOAD, preferredPort: 8080 },
];
