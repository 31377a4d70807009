import type { Owner } from '@bihuan/contracts';
import type { OwnerAnswer, Refusal } from './owner-client.ts';

/** What several owners answer together, or the refusal that stands for all. */
export type Composed<T> = { readonly refusal: Refusal } | { readonly reply: T };

/** Whom to tell of an owner that did not answer. */
export type Report = (owner: Owner, cause: unknown) => void;

/** Headers of the caller, for the owners; made by `headersFor`. */
export type Headers = Readonly<Record<string, string>>;

/** Owners that did not answer; each is reported. */
export function away(answers: readonly OwnerAnswer<unknown>[], report: Report): string[] {
  return answers.flatMap((answer) => {
    if (answer.kind === 'answered') return [];
    report(answer.owner, answer.kind === 'away' ? answer.cause : answer.refusal);
    return [answer.owner];
  });
}
