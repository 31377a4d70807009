export interface TestAnswer<T = unknown> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** Speaks to a service over HTTP as one caller. */
export interface ServiceAgent {
  get<T = unknown>(path: string): Promise<TestAnswer<T>>;
  /** @param key an Idempotency-Key */
  post<T = unknown>(path: string, body: unknown, key?: string): Promise<TestAnswer<T>>;
  put<T = unknown>(path: string, body: unknown, key?: string): Promise<TestAnswer<T>>;
}

/** @param token asked for each request; without one the request carries none */
export function serviceAgent(url: string, token: () => Promise<string | undefined>): ServiceAgent {
  async function send<T>(method: string, path: string, body?: unknown, key?: string): Promise<TestAnswer<T>> {
    const bearer = await token();
    const response = await fetch(new URL(path, url), {
      method,
      headers: {
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(key !== undefined && { 'idempotency-key': key }),
        'accept-language': 'en',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      body: (isJson ? JSON.parse(text) : text) as T,
      headers: response.headers,
    };
  }
  return {
    get: (path) => send('GET', path),
    post: (path, body, key) => send('POST', path, body, key),
    put: (path, body, key) => send('PUT', path, body, key),
  };
}
