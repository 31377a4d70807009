/**
 * One Ctrl-C reaches the supervisor several times: from the terminal, from npm and from the bootstrap.
 * What comes within this time is the same request.
 */
const SAME_REQUEST_MS = 1_000;

/** Listens for requests to stop: by signal, by a closed terminal, by the end of the process that started this one. */
export class StopRequests {
  /** Settles with the first request. */
  readonly first: Promise<void>;
  /** Settles with a second one, from somebody who does not want to wait. */
  readonly again: Promise<void>;
  #first: () => void = () => undefined;
  #again: () => void = () => undefined;
  #firstAt: number | undefined;

  constructor() {
    this.first = new Promise((resolve) => (this.#first = resolve));
    this.again = new Promise((resolve) => (this.#again = resolve));
  }

  get asked(): boolean {
    return this.#firstAt !== undefined;
  }

  request(): void {
    const now = performance.now();
    if (this.#firstAt === undefined) {
      this.#firstAt = now;
      this.#first();
    } else if (now - this.#firstAt > SAME_REQUEST_MS) {
      this.#again();
    }
  }
}

/** Stop requests of this process. */
export function listenForStop(): StopRequests {
  const requests = new StopRequests();
  const request = () => {
    requests.request();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, request);
  // A terminal that went away must not end the supervisor by an error on its own output.
  process.stdout.on('error', request);
  process.stderr.on('error', request);
  process.on('disconnect', request);
  process.channel?.unref();
  return requests;
}
