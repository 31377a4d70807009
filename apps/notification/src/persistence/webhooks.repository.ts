import { Injectable } from '@nestjs/common';
import type { Work } from '@bihuan/platform/commands';
import { DataSource, In } from 'typeorm';
import { Webhook } from './webhook.entity.ts';

export type NewWebhook = Pick<Webhook, keyof Webhook>;

/** The registered webhooks. */
@Injectable()
export class Webhooks {
  constructor(private readonly dataSource: DataSource) {}

  /** Serialises registrations of an organisation until the transaction ends, so that they can be counted. */
  async lockOrganisation(work: Work, orgCode: string): Promise<void> {
    await work.tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('webhooks/' || $1, 0))`, [orgCode]);
  }

  async insert(work: Work, webhook: NewWebhook): Promise<void> {
    await work.tx.insert(Webhook, webhook);
  }

  /** @param work to read in its transaction; left out: outside of any. The oldest first */
  ofOrganisations(work: Work | null, orgCodes: readonly string[]): Promise<Webhook[]> {
    const tx = work?.tx ?? this.dataSource.manager;
    return tx.find(Webhook, { where: { orgCode: In([...new Set(orgCodes)]) }, order: { id: 'ASC' } });
  }

  find(id: string): Promise<Webhook | null> {
    return this.dataSource.manager.findOneBy(Webhook, { id });
  }

  findAll(ids: readonly string[]): Promise<Webhook[]> {
    return this.dataSource.manager.findBy(Webhook, { id: In([...ids]) });
  }

  async remove(work: Work, id: string): Promise<void> {
    await work.tx.delete(Webhook, { id });
  }
}
