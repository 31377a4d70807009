import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const END_OF_HEAD = Buffer.from('\r\n\r\n');

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** One kept-alive HTTP/1.1 connection, one request at a time: as little work as a client can do. */
export class HttpConnection {
  readonly #socket: Socket;
  readonly #host: string;
  #received: Buffer = Buffer.alloc(0);
  #waiting: PromiseWithResolvers<Answer> | undefined;

  private constructor(socket: Socket, host: string) {
    this.#socket = socket;
    this.#host = host;
    socket.on('data', (chunk: Buffer) => {
      this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
      this.#read();
    });
    socket.on('close', () => this.#waiting?.reject(new Error(`${host} closed a connection`)));
    socket.on('error', (error) => this.#waiting?.reject(error));
  }

  static async open(url: string): Promise<HttpConnection> {
    const { hostname, port, host } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await once(socket, 'connect');
    return new HttpConnection(socket, host);
  }

  /** @returns the answer, once all of it is there */
  post(path: string, headers: Readonly<Record<string, string>>, body: string): Promise<Answer> {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const length = Buffer.byteLength(body);
    this.#waiting = Promise.withResolvers();
    this.#socket.write(
      `POST ${path} HTTP/1.1\r\nhost: ${this.#host}\r\ncontent-type: application/json\r\n` +
        `content-length: ${length}\r\n${lines.join('')}\r\n${body}`,
    );
    return this.#waiting.promise;
  }

  close(): void {
    this.#socket.removeAllListeners('close');
    this.#socket.destroy();
  }

  #read(): void {
    const end = this.#received.indexOf(END_OF_HEAD);
    if (end === -1) return;
    const head = this.#received.subarray(0, end).toString('latin1');
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1]);
    const whole = end + END_OF_HEAD.length + length;
    if (!(this.#received.length >= whole)) return;
    const body = this.#received.subarray(end + END_OF_HEAD.length, whole).toString();
    this.#received = this.#received.subarray(whole);
    this.#waiting?.resolve({ status: Number(head.slice(9, 12)), body });
  }
}
