import { type ErrorCode, errorCodes } from '@bihuan/contracts';
import { describe } from './describe.ts';

/** Values for the `{name}`s of a code's text. */
export type ErrorParams = Readonly<Record<string, string | number>>;

/** One field that was refused. */
export interface FieldError {
  /** JSON pointer into the request, RFC 6901, e.g. `/place/code`; empty for the whole. */
  readonly pointer: string;
  readonly code: ErrorCode;
}

export interface DomainErrorDetails {
  /** The field that the refusal is about, JSON pointer, e.g. `/placeCode`. */
  readonly pointer?: string;
  readonly params?: ErrorParams;
  /** All fields that were refused, where there are several. */
  readonly fields?: readonly FieldError[];
}

/** A refusal with a code of the closed set: known, expected, told to the caller. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly params: ErrorParams;
  readonly fields: readonly FieldError[];

  constructor(
    readonly code: ErrorCode,
    { pointer, params = {}, fields }: DomainErrorDetails = {},
  ) {
    super(`${code}: ${describe(code, params, 'en')}`);
    this.params = params;
    this.fields = fields ?? (pointer === undefined ? [] : [{ pointer, code }]);
  }

  /** HTTP status that belongs to the code. */
  get status(): number {
    return errorCodes[this.code].status;
  }
}
