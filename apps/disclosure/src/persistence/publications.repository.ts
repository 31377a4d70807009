import { Injectable } from '@nestjs/common';
import type { PublicationKind } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { Publication, type PublicationRow } from './publication.entity.ts';

/** What a list says of a publication. */
export type PublicationTitle = Pick<
  PublicationRow,
  'id' | 'kind' | 'hazardNo' | 'publishedAt' | 'late' | 'medium'
>;

export interface PublicationFilter {
  readonly hazardNo?: string | undefined;
  readonly kind?: PublicationKind | undefined;
  /** The last publication of the page before. */
  readonly after?: readonly [publishedAt: string, id: string] | undefined;
}

/** What was published by itself. */
@Injectable()
export class Publications {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns false where the hazard's strike-off stands there already */
  async insert(work: Work, publication: PublicationRow): Promise<boolean> {
    const { raw } = (await work.tx
      .createQueryBuilder()
      .insert()
      .into(Publication)
      .values(publication)
      .orIgnore()
      .returning('id')
      .execute()) as { raw: unknown[] };
    return raw.length > 0;
  }

  find(id: string): Promise<PublicationRow | null> {
    return this.dataSource.manager.findOneBy(Publication, { id });
  }

  /** Newest first, without their pages. @param after the last publication of the page before */
  titles(after: PublicationFilter['after'], limit: number): Promise<PublicationTitle[]> {
    const wanted = ['id', 'kind', 'hazardNo', 'publishedAt', 'late', 'medium'].map(
      (column) => `publication.${column}`,
    );
    return this.newestFirst({ after }, limit).select(wanted).getMany();
  }

  /** Newest first. */
  list(filter: PublicationFilter, limit: number): Promise<PublicationRow[]> {
    return this.newestFirst(filter, limit).getMany();
  }

  private newestFirst(
    { hazardNo, kind, after }: PublicationFilter,
    limit: number,
  ): SelectQueryBuilder<Publication> {
    const rows = this.dataSource.manager.createQueryBuilder(Publication, 'publication').where('TRUE');
    if (hazardNo !== undefined) rows.andWhere('publication.hazardNo = :hazardNo', { hazardNo });
    if (kind !== undefined) rows.andWhere('publication.kind = :kind', { kind });
    if (after) {
      const [at, id] = after;
      rows.andWhere('(publication.published_at, publication.id) < (:at, :id)', { at, id });
    }
    return rows.orderBy('publication.publishedAt', 'DESC').addOrderBy('publication.id', 'DESC').limit(limit);
  }
}
