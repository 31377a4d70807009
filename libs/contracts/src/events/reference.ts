import { z } from 'zod';
import { LocalDate } from '../ids.ts';

/** A reference item as published; its body is checked against `referenceSchemas[kind]`. */
export const ReferenceChanged = z.strictObject({
  kind: z.string(),
  code: z.string(),
  effectiveFrom: LocalDate,
  effectiveTo: LocalDate.nullable(),
  version: z.int().min(1),
  body: z.record(z.string(), z.unknown()),
});
