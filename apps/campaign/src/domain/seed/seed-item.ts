import type { ReferenceBody, ReferenceItem, ReferenceKind } from '@bihuan/contracts';

/** A reference item before it is stored; the store gives it its version. */
export type SeedItem<K extends ReferenceKind = ReferenceKind> = Omit<ReferenceItem<K>, 'version'>;

/** The seed says nothing about earlier days. Our default: early enough to hold a division that was replaced. */
export const earliestDay = '2019-01-01';

/** @param effectiveTo last day in force; null: still in force. */
export function seedItem<K extends ReferenceKind>(
  kind: K,
  body: ReferenceBody<K>,
  effectiveFrom: string = earliestDay,
  effectiveTo: string | null = null,
): SeedItem<K> {
  return { kind, code: body.code, effectiveFrom, effectiveTo, body };
}
