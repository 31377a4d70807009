import { comments } from './comments.ts';

export const createReferenceItem: readonly string[] = [
  `CREATE TABLE reference_item (
    kind text NOT NULL,
    code text NOT NULL,
    effective_from date NOT NULL,
    effective_to date,
    version integer NOT NULL,
    body jsonb NOT NULL,
    CONSTRAINT reference_item_pk PRIMARY KEY (kind, code, effective_from)
  )`,
  ...comments('reference_item', 'Copies of reference data, kept from the compacted topic', {
    kind: 'Kind of item: place, organisation, …',
    code: 'Code of the item within its kind',
    effective_from: 'First day (Asia/Shanghai) on which this form of the item holds',
    effective_to: 'Last day on which it holds; empty while it is in force',
    version: 'Rises with every change; the highest wins',
    body: 'The item itself, in the shape of the contracts',
  }),
];
