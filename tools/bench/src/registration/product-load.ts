import { serveJob } from '../harness/child.ts';
import { HttpConnection } from '../harness/http-connection.ts';
import { sharedOut } from '../harness/latencies.ts';
import { gasStation } from './hazards.ts';

/** Registers hazards over HTTP. */
export interface ProductLoad {
  /** Of the service or of the gateway. */
  readonly url: string;
  readonly path: string;
  readonly token: string;
  readonly connections: number;
  readonly operations: number;
  /** Names the run: keys of another run are not used again. */
  readonly run: string;
}

serveJob(async ({ url, path, token, connections, operations, run }: ProductLoad) => {
  const bodies = Array.from({ length: Math.min(operations, 1_000) }, (_, n) => JSON.stringify(gasStation(n)));
  const open = await Promise.all(Array.from({ length: connections }, () => HttpConnection.open(url)));
  return async () => {
    const latencies = await sharedOut(operations, open, async (connection, n) => {
      const headers = { authorization: `Bearer ${token}`, 'idempotency-key': `${run}-${n}` };
      const { status } = await connection.post(path, headers, bodies[n % bodies.length] ?? '');
      if (status !== 201) throw new Error(`A registration was answered with ${status}`);
    });
    for (const connection of open) connection.close();
    return latencies.figures;
  };
});
