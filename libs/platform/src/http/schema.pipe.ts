import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { DomainError } from '../errors/index.ts';
import { fieldErrors } from './field-errors.ts';
import { unstorableTexts } from './unstorable-text.ts';

/** Holds bodies, queries and path parameters against the schema of their decorator, e.g. `@Body({ schema })`. */
@Injectable()
export class SchemaPipe implements PipeTransform {
  /**
   * @returns the value as the schema makes it: defaults filled, words turned into numbers
   * @throws DomainError `request.invalid` with every field that is wrong
   */
  transform(value: unknown, { schema }: ArgumentMetadata): unknown {
    if (schema === undefined) return value;
    if (!(schema instanceof z.ZodType)) throw new TypeError('Schemas of requests are zod schemas');
    // A request without a body has null for one.
    return readWith(schema, value ?? undefined);
  }
}

/**
 * An input as a schema makes it.
 *
 * @throws DomainError `request.invalid` with every field that is wrong
 */
export function readWith<S extends z.ZodType>(schema: S, input: unknown): z.infer<S> {
  const unstorable = unstorableTexts(input);
  if (unstorable.length > 0)
    throw new DomainError('request.invalid', {
      fields: unstorable.map((pointer) => ({ pointer, code: 'field.invalid' })),
    });
  const read = schema.safeParse(input);
  if (read.success) return read.data;
  throw new DomainError('request.invalid', { fields: fieldErrors(read.error.issues, input) });
}
