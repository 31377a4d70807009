import { Injectable } from '@nestjs/common';
import type { ListHazards, Scope } from '@bihuan/contracts';
import type { SelectQueryBuilder } from 'typeorm';
import type { Hazard } from './hazard.entity.ts';
import { Hazards, type HazardWithStatus } from './hazards.repository.ts';

/** Which rows of the ledger are asked for, and in which order. */
export interface HazardFilter extends Omit<ListHazards, 'after' | 'limit'> {
  /** The last row of the page before: its time by the sort, and its number. */
  readonly after?: readonly [at: string, hazardNo: string] | undefined;
}

/** The ledger as a scope may see it: filters, search, order. */
@Injectable()
export class HazardPages {
  constructor(private readonly hazards: Hazards) {}

  /** At most `limit` rows after the filter's position, in its order. */
  find(scope: Scope, filter: HazardFilter, limit: number): Promise<HazardWithStatus[]> {
    const rows = this.hazards.visible(scope).limit(limit);
    narrow(rows, filter);
    arrange(rows, filter);
    return this.hazards.fetch(rows);
  }
}

const equalFilters = {
  campaignCode: 'hazard.campaign_code',
  cityCode: 'hazard.city_code',
  placeCode: 'hazard.place_code',
  fieldCode: 'hazard.field_code',
  importId: 'hazard.import_id',
  kind: 'hazard.kind',
} as const;

function narrow(rows: SelectQueryBuilder<Hazard>, filter: HazardFilter): void {
  for (const [name, column] of Object.entries(equalFilters)) {
    const value = filter[name as keyof typeof equalFilters];
    if (value !== undefined) rows.andWhere(`${column} = :${name}`, { [name]: value });
  }
  if (filter.state) rows.andWhere(`coalesce(status.state, 'registered') = :state`, { state: filter.state });
  if (filter.overdue !== undefined)
    rows.andWhere('coalesce(status.overdue, false) = :overdue', { overdue: filter.overdue });
  if (filter.finished !== undefined)
    rows.andWhere('coalesce(status.finished, false) = :finished', { finished: filter.finished });
  if (filter.foundFrom) rows.andWhere('hazard.found_on >= :foundFrom', { foundFrom: filter.foundFrom });
  if (filter.foundTo) rows.andWhere('hazard.found_on <= :foundTo', { foundTo: filter.foundTo });
  if (filter.search)
    rows.andWhere(
      `(hazard.responsible_name || ' ' || hazard.address || ' ' || hazard.description) ILIKE :search`,
      {
        search: `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`,
      },
    );
}

function arrange(rows: SelectQueryBuilder<Hazard>, { sort, after }: HazardFilter): void {
  const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
  const [column, property] = sort.endsWith('deadline')
    ? ['hazard.deadline', 'deadline']
    : ['hazard.registered_at', 'registeredAt'];
  rows.orderBy(`hazard.${property}`, direction).addOrderBy('hazard.hazardNo', direction);
  if (!after) return;
  const [at, afterNo] = after;
  const beyond = direction === 'ASC' ? '>' : '<';
  rows.andWhere(`(${column}, hazard.hazard_no) ${beyond} (:at, :afterNo)`, { at, afterNo });
}
