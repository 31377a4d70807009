import { realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where one stack keeps everything it keeps. */
export interface StackPlace {
  readonly state: string;
  readonly data: string;
  /** Files that services keep beside their databases, a directory each. */
  readonly objects: string;
  readonly logs: string;
  readonly secretsFile: string;
  readonly deploymentFile: string;
  readonly stackFile: string;
  readonly demoAccountsFile: string;
  readonly identityKeysFile: string;
  /** Whether gateway, sign-in and Temporal UI take their well-known ports where those are free. */
  readonly wellKnownPorts: boolean;
}

/** @param state the one directory under which all of it is */
export function stackPlace(state: string, wellKnownPorts: boolean): StackPlace {
  return {
    state,
    data: join(state, 'data'),
    objects: join(state, 'objects'),
    logs: join(state, 'logs'),
    secretsFile: join(state, 'secrets.json'),
    deploymentFile: join(state, 'deployment.json'),
    stackFile: join(state, 'stack.json'),
    demoAccountsFile: join(state, 'demo-accounts.json'),
    identityKeysFile: join(state, 'identity-jwks.json'),
    wellKnownPorts,
  };
}

/** Deletes everything that a stack keeps; call it once its processes have ended. */
export async function discardPlace({ state, data }: StackPlace): Promise<void> {
  // Postgres may keep its files elsewhere, behind a link.
  const postgres = await realpath(join(data, 'postgres')).catch(() => undefined);
  if (postgres !== undefined) await rm(postgres, { recursive: true, force: true });
  await rm(state, { recursive: true, force: true });
}
