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
  delete<T = unknown>(path: string): Promise<TestAnswer<T>>;
  /** A form with a file. */
  upload<T = unknown>(path: string, form: FormData, key?: string): Promise<TestAnswer<T>>;
  /** An answer as it comes, for contents and headers. */
  fetch(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

/** @param token asked for each request; without one the request carries none */
export function serviceAgent(url: string, token: () => Promise<string | undefined>): ServiceAgent {
  async function request(
    method: string,
    path: string,
    headers: object,
    body?: string | FormData,
  ): Promise<Response> {
    const bearer = await token();
    return fetch(new URL(path, url), {
      method,
      headers: {
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        'accept-language': 'en',
        ...headers,
      },
      ...(body !== undefined && { body }),
    });
  }
  async function send<T>(method: string, path: string, body?: unknown, key?: string): Promise<TestAnswer<T>> {
    const isForm = body instanceof FormData;
    const headers = {
      ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
      ...(key !== undefined && { 'idempotency-key': key }),
    };
    const content = isForm ? body : JSON.stringify(body);
    return answerOf(await request(method, path, headers, body === undefined ? undefined : content));
  }
  return {
    get: (path) => send('GET', path),
    post: (path, body, key) => send('POST', path, body, key),
    put: (path, body, key) => send('PUT', path, body, key),
    delete: (path) => send('DELETE', path),
    upload: (path, form, key) => send('POST', path, form, key),
    fetch: (path, headers = {}) => request('GET', path, headers),
  };
}

async function answerOf<T>(response: Response): Promise<TestAnswer<T>> {
  const { status, headers } = response;
  return { status, body: (await contentOf(response)) as T, headers };
}

/** JSON as its value, texts as texts, files as their bytes. */
async function contentOf(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? 'text/plain';
  if (type.includes('json')) return response.json();
  return type.startsWith('text/') ? response.text() : Buffer.from(await response.arrayBuffer());
}
