import { randomUUID } from 'node:crypto';
import { type DemoCredentials, tokenRequestOf } from './credentials.ts';

/** A refusal of the API: RFC 9457 problem details. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, detail: string) {
    super(`${status} ${code}: ${detail}`);
    this.status = status;
    this.code = code;
  }
}

interface Problem {
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: readonly unknown[];
}

interface Token {
  readonly value: string;
  readonly validUntil: number;
}

/** What is sent, and how it is described. */
interface Content {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | FormData;
}

/** The public API as one account uses it: signs in, sends an Idempotency-Key with every command. */
export class ApiClient {
  readonly login: string;
  private readonly gatewayUrl: string;
  private readonly credentials: DemoCredentials;
  private token: Token | null = null;

  /** @param gatewayUrl address of the gateway, without `/api/v1`. */
  constructor(gatewayUrl: string, credentials: DemoCredentials, login: string) {
    this.gatewayUrl = gatewayUrl;
    this.credentials = credentials;
    this.login = login;
  }

  /** The same product, as another account. */
  as(login: string): ApiClient {
    return new ApiClient(this.gatewayUrl, this.credentials, login);
  }

  get<T>(path: string): Promise<T> {
    return this.request<T>('GET', path);
  }

  /** @param key the Idempotency-Key; the same key and body twice have one effect. */
  post<T>(path: string, body: unknown, key: string = randomUUID()): Promise<T> {
    return this.request<T>('POST', path, commandOf(body, key));
  }

  /** @param key as of `post`. */
  put<T>(path: string, body: unknown, key: string = randomUUID()): Promise<T> {
    return this.request<T>('PUT', path, commandOf(body, key));
  }

  /**
   * Sends a file as a form (RFC 7578).
   * @param fields the form's other fields, sent ahead of the file.
   * @param key as of `post`.
   */
  upload<T>(
    path: string,
    fields: Readonly<Record<string, string>>,
    file: File,
    key: string = randomUUID(),
  ): Promise<T> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', file);
    return this.request<T>('POST', path, { headers: { 'idempotency-key': key }, body: form });
  }

  private async request<T>(method: string, path: string, content: Content = {}): Promise<T> {
    const response = await fetch(`${this.gatewayUrl}/api/v1${path}`, {
      ...content,
      method,
      headers: {
        ...content.headers,
        authorization: `Bearer ${await this.accessToken()}`,
        'accept-language': 'zh-CN',
      },
    });
    const text = await response.text();
    if (!response.ok) throw problemOf(response.status, text);
    return JSON.parse(text) as T;
  }

  private async accessToken(): Promise<string> {
    if (this.token && this.token.validUntil > Date.now()) return this.token.value;
    const response = await fetch(this.credentials.tokenUrl, {
      method: 'POST',
      body: tokenRequestOf(this.credentials, this.login),
    });
    if (!response.ok) throw problemOf(response.status, await response.text());
    const { access_token, expires_in } = (await response.json()) as {
      access_token: string;
      expires_in: number;
    };
    this.token = { value: access_token, validUntil: Date.now() + (expires_in - 30) * 1000 };
    return access_token;
  }
}

function commandOf(body: unknown, key: string): Content {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key };
  return { headers, body: JSON.stringify(body) };
}

function problemOf(status: number, text: string): ApiProblem {
  try {
    const problem = JSON.parse(text) as Problem;
    const details = problem.errors ? ` ${JSON.stringify(problem.errors)}` : '';
    return new ApiProblem(status, problem.code ?? 'unknown', `${problem.detail ?? text}${details}`);
  } catch (error) {
    if (error instanceof SyntaxError) return new ApiProblem(status, 'unknown', text.slice(0, 200));
    throw error;
  }
}
