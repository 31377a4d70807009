export interface TestAnswer<T = unknown> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** Speaks to a service over HTTP as one caller. */
export interface ServiceAgent {
  get<T = unknown>(path: string): Promise<TestAnswer<T>>;
  /**
   * @param body JSON, or a form with files
   * @param key an Idempotency-Key
   */
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
        ...(body !== undefined && !isForm(body) && { 'content-type': 'application/json' }),
        ...(key !== undefined && { 'idempotency-key': key }),
        'accept-language': 'en',
      },
      ...(body !== undefined && { body: isForm(body) ? body : JSON.stringify(body) }),
    });
    return {
      status: response.status,
      body: (await contentOf(response)) as T,
      headers: response.headers,
    };
  }
  return {
    get: (path) => send('GET', path),
    post: (path, body, key) => send('POST', path, body, key),
    put: (path, body, key) => send('PUT', path, body, key),
  };
}

const isForm = (body: unknown): body is FormData => body instanceof FormData;

/** JSON as its value, texts as texts, files as their bytes. */
async function contentOf(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? 'text/plain';
  if (type.includes('json')) return response.json();
  return type.startsWith('text/') ? response.text() : Buffer.from(await response.arrayBuffer());
}
