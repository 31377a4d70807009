import { Injectable } from '@nestjs/common';
import type { CampaignMonth } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { DataSource } from 'typeorm';
import { Edition, type EditionRow } from './edition.entity.ts';

export interface EditionFilter {
  readonly campaignCode?: string | undefined;
  readonly state?: EditionRow['state'];
  /** The last edition of the page before. */
  readonly after?: readonly [month: string, campaignCode: string] | undefined;
}

type Requested = Pick<
  EditionRow,
  | 'campaignCode'
  | 'month'
  | 'windowFrom'
  | 'windowTo'
  | 'campaignNameZh'
  | 'campaignNameEn'
  | 'officeName'
  | 'requestedAt'
  | 'requestedBy'
  | 'requestedOrg'
>;

/** The editions. Whoever changes one holds its row locked until the transaction ends. */
@Injectable()
export class Editions {
  constructor(private readonly dataSource: DataSource) {}

  /** Asks for an edition, once. @returns the row as it stands, locked, and whether it is new */
  async ask(work: Work, edition: Requested): Promise<{ row: EditionRow; fresh: boolean }> {
    const { raw } = (await work.tx
      .createQueryBuilder()
      .insert()
      .into(Edition)
      .values({ ...edition, state: 'requested' })
      .orIgnore()
      .returning('month')
      .execute()) as { raw: unknown[] };
    const row = await this.lock(work, edition);
    if (!row) throw new Error(`edition ${edition.campaignCode} ${edition.month} vanished`);
    return { row, fresh: raw.length > 0 };
  }

  lock(work: Work, { campaignCode, month }: CampaignMonth): Promise<EditionRow | null> {
    const where = { campaignCode, month };
    return work.tx.findOne(Edition, { where, lock: { mode: 'pessimistic_write' } });
  }

  find({ campaignCode, month }: CampaignMonth): Promise<EditionRow | null> {
    return this.dataSource.manager.findOneBy(Edition, { campaignCode, month });
  }

  /** Newest month first. */
  list({ campaignCode, state, after }: EditionFilter, limit: number): Promise<EditionRow[]> {
    const rows = this.dataSource.manager.createQueryBuilder(Edition, 'edition').where('TRUE');
    if (campaignCode !== undefined) rows.andWhere('edition.campaignCode = :campaignCode', { campaignCode });
    if (state !== undefined) rows.andWhere('edition.state = :state', { state });
    if (after) {
      const [month, code] = after;
      rows.andWhere('(edition.month, edition.campaign_code) < (:month, :code)', { month, code });
    }
    return rows
      .orderBy('edition.month', 'DESC')
      .addOrderBy('edition.campaignCode', 'DESC')
      .limit(limit)
      .getMany();
  }

  /** Months of a campaign whose editions are public and wholly announced. */
  async finishedMonths(work: Work, campaignCode: string): Promise<ReadonlySet<string>> {
    const rows = await work.tx.query<{ month: string }[]>(
      `SELECT month FROM edition WHERE campaign_code = $1 AND announced_at IS NOT NULL`,
      [campaignCode],
    );
    return new Set(rows.map(({ month }) => month));
  }

  async store(
    work: Work,
    { campaignCode, month }: CampaignMonth,
    changes: Partial<EditionRow>,
  ): Promise<void> {
    await work.tx.update(Edition, { campaignCode, month }, changes);
  }
}
