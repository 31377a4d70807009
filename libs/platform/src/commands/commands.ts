import { Injectable } from '@nestjs/common';
import { DomainError } from '../errors/index.ts';
import type { CommandSource } from './command-source.ts';
import { contentHash } from './content-hash.ts';
import { UnitOfWork } from './unit-of-work.ts';
import type { Origin, Work } from './work.ts';
import { answerTable } from './written-tables.ts';

interface StoredAnswer {
  readonly request_hash: string;
  readonly answer: unknown;
}

/** Runs the commands of people and systems: once per Idempotency-Key, the answer kept with the effect. */
@Injectable()
export class Commands {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Runs a command in one transaction. A request with a known key gets the stored answer.
   * A refused command stores nothing and may be sent again.
   *
   * @returns the answer, plain JSON
   * @throws DomainError `request.inFlight` while the same key is at work elsewhere,
   *   `request.idempotencyKeyReused` for a known key with another content; and what the body throws
   */
  run<T>(request: CommandSource, body: (work: Work) => Promise<T>): Promise<T> {
    const origin: Origin = {
      actor: request.caller.actor(),
      correlationId: request.requestId,
      ...(request.address === undefined ? {} : { source: request.address }),
    };
    const { key } = request;
    if (key === null) return this.unitOfWork.run(origin, body);
    return this.unitOfWork.run(origin, (work) => this.once(request, key, work, body));
  }

  private async once<T>(
    request: CommandSource,
    key: string,
    work: Work,
    body: (work: Work) => Promise<T>,
  ): Promise<T> {
    const id = [request.caller.person, request.route, key];
    await this.claim(work, id);
    const hash = contentHash({ params: request.params, body: request.body });
    const stored = await this.find(work, id);
    if (stored) {
      if (stored.request_hash !== hash) throw new DomainError('request.idempotencyKeyReused');
      return stored.answer as T;
    }
    const answer = await body(work);
    const [caller, route] = id;
    work.insert(answerTable, { caller, route, key, request_hash: hash, answer });
    return answer;
  }

  /** Holds the key until the transaction ends. Its own statement: the next must see what an earlier holder committed. */
  private async claim(work: Work, id: readonly string[]): Promise<void> {
    const [row] = await work.tx.query<[{ free: boolean }]>(
      `SELECT pg_try_advisory_xact_lock(hashtextextended(current_schema() || $1, 0)) AS free`,
      [JSON.stringify(id)],
    );
    if (!row.free) throw new DomainError('request.inFlight');
  }

  private async find(work: Work, id: readonly string[]): Promise<StoredAnswer | undefined> {
    const rows = await work.tx.query<StoredAnswer[]>(
      `SELECT request_hash, answer FROM idempotency_key WHERE caller = $1 AND route = $2 AND key = $3`,
      [...id],
    );
    return rows[0];
  }
}
