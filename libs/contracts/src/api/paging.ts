import { z } from 'zod';

/** Keyset paging: `after` is the `next` of the page before. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(500).optional(),
};

/** A page of a list; `next` is null on the last page. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), next: z.string().nullable() });
}

/** A query flag: `true` or `false` in words. */
export const flag = z.enum(['true', 'false']).transform((word) => word === 'true');
