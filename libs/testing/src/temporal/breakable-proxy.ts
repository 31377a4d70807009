import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { type Duplex, PassThrough } from 'node:stream';

/** A way to a server that can be cut and mended, as when the server goes away and comes back. */
export interface BreakableProxy {
  /** `host:port` to connect to instead. */
  readonly address: string;
  cut(): Promise<void>;
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** Changes a server's answers on their way back, on one connection; for servers that name their own address. */
export type ProxiedAnswers = (target: string, proxy: string) => Duplex;

/**
 * @param target `host:port`
 * @param answers left out: the answers come back as they are
 */
export async function breakableProxy(
  target: string,
  answers: ProxiedAnswers = () => new PassThrough(),
): Promise<BreakableProxy> {
  const [host = '', targetPort = ''] = target.split(':');
  const sockets = new Set<Socket>();
  const join = (inside: Socket) => {
    const outside = connect(Number(targetPort), host);
    for (const [socket, other] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      sockets.add(socket);
      // A side that is reset does not end its pipe: without this the server would go on serving a client that died.
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.on('error', () => socket.destroy());
    }
    inside
      .pipe(outside)
      .pipe(answers(target, `127.0.0.1:${String(inside.localPort)}`))
      .pipe(inside);
  };
  const listen = async (port: number): Promise<Server> => {
    const server = createServer(join).listen(port, '127.0.0.1');
    await once(server, 'listening');
    return server;
  };

  let server: Server | undefined = await listen(0);
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The proxy has no port');
  const cut = async () => {
    if (server === undefined) return;
    const closed = once(server, 'close');
    server.close();
    server = undefined;
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    address: `127.0.0.1:${String(address.port)}`,
    cut,
    mend: async () => {
      server ??= await listen(address.port);
    },
    close: cut,
  };
}
