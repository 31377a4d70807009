import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { ApiProblem } from '@bihuan/api-client';
import { FakeProduct } from './fake-product.ts';

/** The fake product behind HTTP, with a token endpoint and a business time. */
export class ProductServer {
  readonly product = new FakeProduct();
  /** The files it received. */
  readonly files: Buffer[] = [];
  private readonly server = createServer((request, response) => {
    void this.serve(request, response);
  });

  /** Listens on a free port. @returns its address */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const [status, answer] = await this.answerTo(request, body).then(
      (found) => [200, found] as const,
      (error: unknown) =>
        error instanceof ApiProblem
          ? ([error.status, { code: error.code, detail: error.message }] as const)
          : ([503, { code: 'service.unavailable', detail: String(error) }] as const),
    );
    response.writeHead(status).end(JSON.stringify(answer));
  }

  private answerTo({ method, url = '', headers }: IncomingMessage, body: Buffer): Promise<unknown> {
    if (url === '/token') return Promise.resolve({ access_token: 'token', expires_in: 600 });
    if (url === '/public/health') return Promise.resolve({ businessTime: '2023-07-09T01:00:00.000Z' });
    const path = url.replace('/api/v1', '');
    const key = String(headers['idempotency-key']);
    if (method === 'GET') return this.product.get(path);
    if (headers['content-type'] === 'application/json')
      return this.product.post(path, JSON.parse(body.toString()), key);
    const file = fileOf(body);
    this.files.push(file);
    return this.product.upload(path, {}, new File([new Uint8Array(file)], 'ledger.xlsx'), key);
  }
}

/** The last part of a form: what stands between its headers and the closing boundary. */
function fileOf(form: Buffer): Buffer {
  const boundary = form.subarray(0, form.indexOf('\r\n'));
  const headers = form.indexOf('name="file"');
  const begin = form.indexOf('\r\n\r\n', headers) + 4;
  return form.subarray(begin, form.indexOf(Buffer.concat([Buffer.from('\r\n'), boundary]), begin));
}
