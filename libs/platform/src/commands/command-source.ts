import type { Actor } from '@bihuan/contracts';

/** What a command needs of its HTTP request. */
export interface CommandSource {
  readonly caller: { readonly person: string; actor(): Actor };
  /** Method and pattern of the route, e.g. `POST /handovers/:id/acknowledge`. */
  readonly route: string;
  /** Path parameters; part of the content that a key stands for. */
  readonly params: unknown;
  /** The Idempotency-Key; null where none was sent. */
  readonly key: string | null;
  readonly body: unknown;
  readonly requestId: string;
  /** Network address of the client, as the gateway saw it. */
  readonly address?: string;
}
