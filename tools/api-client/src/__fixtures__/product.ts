import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { ApiClient } from '../client.ts';
import type { DemoCredentials } from '../credentials.ts';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** A product as far as the client sees it: a token endpoint, and an API whose answers the test decides. */
export class Product {
  readonly received: Received[] = [];
  /** Form fields of each token request. */
  readonly tokenRequests: URLSearchParams[] = [];
  tokens = { status: 200, expiresIn: 600 };
  answer: (request: Received) => Answer = () => ({ status: 200, body: '{}' });
  private readonly server = createServer((request, response) => {
    void readRequest(request).then((seen) => {
      const { status, body } = seen.path === '/token' ? this.issue(seen) : this.serve(seen);
      response.writeHead(status).end(body);
    });
  });

  /** Listens on a free port. */
  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  as(login: string): ApiClient {
    const url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return new ApiClient(url, credentialsFor(`${url}/token`), login);
  }

  private issue({ body }: Received): Answer {
    this.tokenRequests.push(new URLSearchParams(body));
    const { status, expiresIn } = this.tokens;
    const token = { access_token: `token-${this.tokenRequests.length}`, expires_in: expiresIn };
    return { status, body: status === 200 ? JSON.stringify(token) : '{"error":"invalid_grant"}' };
  }

  private serve(seen: Received): Answer {
    this.received.push(seen);
    return this.answer(seen);
  }
}

async function readRequest(request: IncomingMessage): Promise<Received> {
  const { method = '', url = '', headers } = request;
  return { method, path: url, headers, body: await text(request) };
}

const credentialsFor = (tokenUrl: string): DemoCredentials => ({
  tokenUrl,
  passwordGrant: { grantType: 'password', clientId: 'scripts', resource: 'urn:bihuan', scope: 'api' },
  accounts: [{ login: 'office.handler', password: 'secret', title: { zh: '经办人', en: 'Handler' } }],
  clients: [{ clientId: 'office.system', clientSecret: 'system-secret', scope: 'system' }],
});
