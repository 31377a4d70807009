import type { ServiceName } from '@bihuan/contracts';

/** One process of the product. */
export interface ServiceDefinition {
  readonly name: ServiceName;
  /** Whether it owns a schema. */
  readonly database: boolean;
  /** Limit of the JavaScript heap in MiB; native memory comes on top. Near it a process collects garbage and does little else. */
  readonly heapMb: number;
  /** Space for new objects in MiB: small saves memory at rest, large saves processor time under load. */
  readonly youngMb: number;
  readonly preferredPort?: number;
}

const AT_REST = 2;
const UNDER_LOAD = 8;
const IN_CROWDS = 16;

const owner = (name: ServiceName): ServiceDefinition => ({
  name,
  database: true,
  heapMb: 256,
  youngMb: UNDER_LOAD,
});

/**
 * The services in the order they are started: campaign first, because the others wait for its reference data;
 * the gateway last, because it opens the door to all of them.
 */
export const serviceDefinitions: readonly ServiceDefinition[] = [
  owner('campaign'),
  { name: 'identity', database: false, heapMb: 128, youngMb: AT_REST, preferredPort: 8081 },
  { ...owner('registration'), heapMb: 512, youngMb: IN_CROWDS },
  owner('handover'),
  owner('supervision'),
  { name: 'workflow-worker', database: false, heapMb: 512, youngMb: UNDER_LOAD },
  owner('notification'),
  owner('disclosure'),
  owner('assessment'),
  { name: 'gateway', database: true, heapMb: 256, youngMb: UNDER_LOAD, preferredPort: 8080 },
];
