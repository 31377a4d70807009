import { Injectable } from '@nestjs/common';
import {
  type ReferenceBody,
  type ReferenceItem,
  type ReferenceKind,
  referenceKeyOf,
} from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { ReferenceMasters } from '../persistence/reference-masters.repository.ts';
import { seedItem, type SeedItem } from './seed/seed-item.ts';

/** The one way in which reference data comes into being and changes: every item written is an item published. */
@Injectable()
export class ReferenceRegister {
  constructor(private readonly masters: ReferenceMasters) {}

  /** Adds those that are missing, then the manifest, so that a copy knows when it is complete. @returns how many were added */
  async add(work: Work, items: readonly SeedItem[]): Promise<number> {
    await this.masters.lockForAdding(work);
    const first = items.map((item) => ({ ...item, version: 1 }));
    const inserted = await this.masters.insertMissing(work, first);
    for (const item of first) if (inserted.has(keyOf(item))) publish(work, item);
    if (inserted.size > 0) await this.countAgain(work);
    return inserted.size;
  }

  /** @throws concurrency.stale where somebody changed the item meanwhile. */
  async change<K extends ReferenceKind>(
    work: Work,
    seen: ReferenceItem<K>,
    body: ReferenceBody<K>,
  ): Promise<void> {
    const version = await this.masters.change(work, seen, body);
    publish(work, { ...seen, version, body });
  }

  private async countAgain(work: Work): Promise<void> {
    const body = { code: 'all' as const, items: await this.masters.count(work) };
    const seen = await this.masters.lock(work, 'manifest', body.code);
    if (seen) return this.change(work, seen, body);
    const manifest = { ...seedItem('manifest', body), version: 1 };
    await this.masters.insertMissing(work, [manifest]);
    publish(work, manifest);
  }
}

const keyOf = ({ kind, code, effectiveFrom }: ReferenceItem) => referenceKeyOf(kind, code, effectiveFrom);

function publish(work: Work, item: ReferenceItem): void {
  const { kind, code, effectiveFrom, effectiveTo, version, body } = item;
  work.emit({
    topic: 'reference',
    type: 'reference.changed',
    key: keyOf(item),
    data: { kind, code, effectiveFrom, effectiveTo, version, body: { ...body } },
  });
}
