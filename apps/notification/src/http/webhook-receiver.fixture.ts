import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as a receiver got it. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A department's own server, which answers as it is told. */
export class WebhookReceiver {
  readonly received: Received[] = [];
  /** Statuses of the next answers; 200 after them. */
  readonly answers: number[] = [];
  /** Paths that answer 503 whatever comes. */
  readonly down = new Set<string>();
  #released: Promise<undefined> = Promise.resolve(undefined);

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        this.received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
        const status = this.down.has(request.url ?? '') ? 503 : (this.answers.shift() ?? 200);
        void this.#released.then(() =>
          response.writeHead(status, { location: `${this.url}/elsewhere` }).end('much to say'),
        );
      });
    });
  }

  static async start(): Promise<WebhookReceiver> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new WebhookReceiver(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Lets requests wait for their answers until the function is called that it returns. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#released = promise;
    return () => {
      resolve(undefined);
    };
  }

  /** Requests about a hazard. */
  about(hazardNo: string): Received[] {
    return this.received.filter(({ body }) => body.includes(hazardNo));
  }

  async stop(): Promise<void> {
    this.server.close();
    await once(this.server, 'close');
  }
}
