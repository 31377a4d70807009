import {
  type ReferenceBody,
  type ReferenceItem,
  type ReferenceKind,
  referenceKeyOf,
} from '@bihuan/contracts';
import { v7 as uuidV7 } from 'uuid';
import type { TestTopics } from '../kafka/index.ts';

/** A reference item in force since the beginning of 2023 unless said otherwise. */
export function referenceItem<K extends ReferenceKind>(
  kind: K,
  code: string,
  body: ReferenceBody<K>,
  term: Partial<Pick<ReferenceItem, 'effectiveFrom' | 'effectiveTo' | 'version'>> = {},
): ReferenceItem<K> {
  return { kind, code, body, effectiveFrom: '2023-01-01', effectiveTo: null, version: 1, ...term };
}

function messageOf(item: ReferenceItem): { key: string; value: string } {
  const key = referenceKeyOf(item.kind, item.code, item.effectiveFrom);
  const envelope = {
    id: uuidV7(),
    type: 'reference.changed',
    version: 1,
    occurredAt: '2023-01-01T00:00:00.000Z',
    aggregate: { type: 'reference', id: key },
    actor: { person: 'service:campaign', orgCode: null, role: 'service' },
    correlationId: 'reference',
    data: item,
  };
  return { key, value: JSON.stringify(envelope) };
}

/** Publishes items as the campaign service does, and the manifest that makes them complete unless `manifest` is false. */
export async function publishReference(
  topics: TestTopics,
  items: readonly ReferenceItem[],
  { manifest = true }: { readonly manifest?: boolean } = {},
): Promise<void> {
  const all = manifest
    ? [...items, referenceItem('manifest', 'all', { code: 'all', items: items.length })]
    : items;
  await topics.write('reference', all.map(messageOf));
}
