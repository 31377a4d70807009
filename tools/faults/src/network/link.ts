import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { PassThrough, type Transform } from 'node:stream';

/** Host and port of a server. */
export interface Place {
  readonly host: string;
  readonly port: number;
}

export function placeOf(address: string): Place {
  const [host = '', port] = address.split(':');
  return { host, port: Number(port) };
}

/** What changes the answers on their way back, made for each connection. */
export type Answers = (server: Place, link: Place) => Transform;

/** The network between the product and a server, which a test can cut. */
export class Link {
  readonly #sockets = new Set<Socket>();
  #cut = false;

  private constructor(
    private readonly listener: Server,
    readonly place: Place,
  ) {}

  static async to(address: string, answers: Answers = () => new PassThrough()): Promise<Link> {
    const listener = createServer();
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const { port } = listener.address() as { port: number };
    const link = new Link(listener, { host: '127.0.0.1', port });
    const server = placeOf(address);
    listener.on('connection', (client) => {
      link.join(client, server, answers(server, link.place));
    });
    return link;
  }

  get address(): string {
    return `${this.place.host}:${this.place.port}`;
  }

  /** Breaks every connection, and each new one at once, until it is mended. */
  cut(): void {
    this.#cut = true;
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  mend(): void {
    this.#cut = false;
  }

  close(): void {
    this.cut();
    this.listener.close();
  }

  private join(client: Socket, { host, port }: Place, answers: Transform): void {
    if (this.#cut) {
      client.resetAndDestroy();
      return;
    }
    const server = connect(port, host);
    client.pipe(server);
    server.pipe(answers).pipe(client);
    for (const [socket, other] of [[client, server], [server, client]] as const) {
      this.#sockets.add(socket);
      // Whatever breaks one side breaks the other: the error itself is of no interest here.
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.#sockets.delete(socket);
        other.destroy();
      });
    }
  }
}
