import type { z } from 'zod';
import type { FieldError } from '../errors/index.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** More than a person reads; a hostile body could name thousands. */
const MOST_FIELDS = 50;
const LONGEST_NAME = 100;

/** What is wrong with each field of an input, by JSON pointer (RFC 6901). */
export function fieldErrors(issues: readonly Issue[], input: unknown): FieldError[] {
  return issues.flatMap((issue) => fieldErrorsOf(issue, input)).slice(0, MOST_FIELDS);
}

function fieldErrorsOf(issue: Issue, input: unknown): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, MOST_FIELDS).map((key) => ({
      pointer: pointerOf(key.length > LONGEST_NAME ? issue.path : [...issue.path, key]),
      code: 'field.unknown',
    }));
  }
  return [{ pointer: pointerOf(issue.path), code: codeOf(issue, input) }];
}

function codeOf(issue: Issue, input: unknown): FieldError['code'] {
  if (valueAt(input, issue.path) === undefined) return 'field.required';
  if (issue.code === 'too_big' && (issue.origin === 'string' || issue.origin === 'array'))
    return 'field.tooLong';
  return 'field.invalid';
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    input,
  );
}

/** JSON pointer of a path into an input. */
export function pointerOf(path: Path): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
