import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { ApiProblem } from '@bihuan/api-client';
import { step } from '../print.ts';

/** How long something that comes by events is waited for, milliseconds. */
const ARRIVES_WITHIN_MS = 60_000;
const ASK_EVERY_MS = 250;

/** The product did something else than the story tells. */
export class OtherThanTold extends Error {
  override readonly name = 'OtherThanTold';

  constructor(what: string, told: unknown, found: unknown) {
    super(`${what}\n    told:  ${JSON.stringify(told)}\n    found: ${JSON.stringify(found)}`);
  }
}

/** Holds what the product says against what the story tells. @throws OtherThanTold */
export function asTold<T>(what: string, found: T, told: T): void {
  if (!isDeepStrictEqual(found, told)) throw new OtherThanTold(what, told, found);
  step('✔', what);
}

/** As `asTold`, for what comes by events: asks until it is so. @throws OtherThanTold with what was found last */
export async function becomesAsTold<T>(what: string, ask: () => Promise<T>, told: T): Promise<void> {
  const end = Date.now() + ARRIVES_WITHIN_MS;
  let found = await ask();
  while (!isDeepStrictEqual(found, told) && Date.now() < end) {
    await pause(ASK_EVERY_MS);
    found = await ask();
  }
  asTold(what, found, told);
}

/** A command that the product must refuse. @param told status and code @throws OtherThanTold */
export async function refusedAsTold(
  what: string,
  told: readonly [number, string],
  command: () => Promise<unknown>,
): Promise<void> {
  const found = await command().then(
    () => 'taken',
    (error: unknown) => {
      if (error instanceof ApiProblem) return [error.status, error.code];
      throw error;
    },
  );
  asTold<unknown>(what, found, told);
}
