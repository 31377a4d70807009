import { Injectable } from '@nestjs/common';
import { DomainError } from '../errors/index.ts';
import type { CommandSource } from './command-source.ts';
import {
  answerAgain,
  claimKeys,
  keyedRequest,
  type KeyedRequest,
  storeAnswer,
  storedAnswers,
} from './command-keys.ts';
import { originOf } from './origin-of.ts';
import { UnitOfWork } from './unit-of-work.ts';
import type { Work } from './work.ts';

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
    const origin = originOf(request);
    const { key } = request;
    if (key === null) return this.unitOfWork.run(origin, body);
    return this.unitOfWork.run(origin, (work) => once(work, keyedRequest(request, key), body));
  }

  /**
   * The answer that a command with this key was given before; undefined where none was kept.
   *
   * @throws DomainError as `run`, for the key
   */
  async recall<T>(request: CommandSource): Promise<T | undefined> {
    const { key } = request;
    if (key === null) return undefined;
    return this.unitOfWork.run(originOf(request), async (work) => {
      const before = await answeredBefore(work, keyedRequest(request, key));
      return before?.answer as T | undefined;
    });
  }
}

async function once<T>(work: Work, keyed: KeyedRequest, body: (work: Work) => Promise<T>): Promise<T> {
  const before = await answeredBefore(work, keyed);
  if (before) return before.answer as T;
  const answer = await body(work);
  storeAnswer(work, keyed, answer);
  return answer;
}

async function answeredBefore(work: Work, keyed: KeyedRequest): Promise<{ answer: unknown } | undefined> {
  const [isFree] = await claimKeys(work, [keyed]);
  if (!isFree) throw new DomainError('request.inFlight');
  const [stored] = await storedAnswers(work, [keyed]);
  return stored && { answer: answerAgain(keyed, stored) };
}
