import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:net';

/**
 * Ports are taken from below the ephemeral range: nothing the system opens by itself lands on them, so a
 * server that was restarted finds its port free again, and Temporal stores membership ports in 16 signed bits.
 */
const LOWEST = 12_000;
const HIGHEST = 32_000;
const ATTEMPTS = 200;

/** A port that was given out may not be bound yet: it is not given out a second time. */
const given = new Set<number>();

/** Binds the port for a moment; undefined when somebody else has it. */
async function bind(port: number): Promise<Server | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => {
      resolve(undefined);
    });
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      resolve(server);
    });
  });
}

async function isFree(port: number): Promise<boolean> {
  if (given.has(port)) return false;
  const server = await bind(port);
  if (server === undefined) return false;
  await new Promise((resolve) => server.close(resolve));
  return true;
}

/**
 * A free TCP port on the loopback address, different at every call.
 *
 * @param preferred taken when it is free, else replaced
 * @throws Error when no free port is found
 */
export async function freePort(preferred?: number): Promise<number> {
  const candidates = preferred === undefined ? [] : [preferred];
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) candidates.push(randomInt(LOWEST, HIGHEST));
  for (const port of candidates) {
    if (!(await isFree(port))) continue;
    given.add(port);
    return port;
  }
  throw new Error(`No free port was found between ${LOWEST} and ${HIGHEST} on 127.0.0.1.`);
}

/** One free port for every name. */
export async function freePorts<Name extends string>(names: readonly Name[]): Promise<Record<Name, number>> {
  const ports = new Map<Name, number>();
  for (const name of names) ports.set(name, await freePort());
  return Object.fromEntries(ports) as Record<Name, number>;
}
