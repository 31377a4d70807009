import { randomUUID } from 'node:crypto';
import type { ServiceName } from '@bihuan/contracts';
import { HttpConnection } from '../harness/http-connection.ts';
import type { People, Person } from './people.ts';

/** Commands at the services, over connections that are kept and shared. */
export class Services {
  readonly #urls: Readonly<Record<ServiceName, string>>;
  readonly #people: People;
  readonly #idle = new Map<ServiceName, HttpConnection[]>();

  constructor(urls: Readonly<Record<ServiceName, string>>, people: People) {
    this.#urls = urls;
    this.#people = people;
  }

  /** @returns the answer's body. @throws Error where it is a refusal */
  async post<T>(service: ServiceName, path: string, person: Person, body: unknown): Promise<T> {
    const idle = this.#idle.get(service) ?? [];
    this.#idle.set(service, idle);
    const connection = idle.pop() ?? (await HttpConnection.open(this.#urls[service]));
    const headers = {
      authorization: `Bearer ${await this.#people.token(person)}`,
      'idempotency-key': randomUUID(),
    };
    const answer = await connection.post(path, headers, JSON.stringify(body));
    idle.push(connection);
    if (answer.status >= 300) throw new Error(`${path} was answered with ${answer.status}: ${answer.body}`);
    return JSON.parse(answer.body) as T;
  }

  close(): void {
    for (const connections of this.#idle.values()) for (const connection of connections) connection.close();
  }
}
