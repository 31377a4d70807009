/** A request as any client may send it, well-formed or not. */
export interface RawCall {
  readonly method?: string;
  /** Left out: none is sent. */
  readonly token?: string;
  readonly body?: string;
  readonly contentType?: string;
}

/** What a client reads from a refusal. */
export interface Refusal {
  readonly status: number;
  readonly type: string | null;
  readonly code: string;
  /** Fields that are wrong, by JSON pointer. */
  readonly fields: readonly string[];
}

/** Sends a request to the public API and reads the problem it is answered with. */
export async function refusalOf(gateway: string, path: string, call: RawCall): Promise<Refusal> {
  const { method = 'POST', token, body, contentType = 'application/json' } = call;
  const response = await fetch(`${gateway}/api/v1${path}`, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': contentType }),
    },
    body: body ?? null,
  });
  const problem = (await response.json()) as { code: string; errors?: readonly { pointer: string }[] };
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    code: problem.code,
    fields: (problem.errors ?? []).map(({ pointer }) => pointer),
  };
}
