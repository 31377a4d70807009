import { type EventOf, type ReferenceItem, type ReferenceKind, referenceSchemas } from '@bihuan/contracts';

export type ReadItem =
  | { readonly kind: 'item'; readonly item: ReferenceItem }
  /** A kind that a newer publisher knows and this service does not need. */
  | { readonly kind: 'unknownKind' }
  | { readonly kind: 'invalid'; readonly detail: string };

const isKind = (kind: string): kind is ReferenceKind => kind in referenceSchemas;

/** Reads the item out of a fact, its body held against the schema of its kind. */
export function readItem({ data }: EventOf<'reference.changed'>): ReadItem {
  const { kind } = data;
  if (!isKind(kind)) return { kind: 'unknownKind' };
  const body = referenceSchemas[kind].safeParse(data.body);
  if (!body.success) return { kind: 'invalid', detail: body.error.message };
  return { kind: 'item', item: { ...data, kind, body: body.data } };
}
