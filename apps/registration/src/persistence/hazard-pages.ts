import { Injectable } from '@nestjs/common';
import type { HazardSummary, ListHazards, Scope } from '@bihuan/contracts';
import { decodeCursor, encodeCursor } from '@bihuan/platform/http';
import type { SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import type { Hazard } from './hazard.entity.ts';
import { Hazards, type HazardWithStatus } from './hazards.repository.ts';
import { summaryOf } from '../domain/hazard-views.ts';

const Position = z.tuple([z.iso.datetime(), z.string()]);

/** The ledger as the caller may see it: filters, search, keyset pages. */
@Injectable()
export class HazardPages {
  constructor(private readonly hazards: Hazards) {}

  async read(scope: Scope, query: ListHazards): Promise<{ items: HazardSummary[]; next: string | null }> {
    const rows = this.hazards.visible(scope);
    narrow(rows, query);
    page(rows, query);
    const found = await this.hazards.fetch(rows);
    const items = found.slice(0, query.limit);
    const last = found.length > query.limit ? items.at(-1) : undefined;
    return { items: items.map(summaryOf), next: last ? encodeCursor(positionOf(last, query)) : null };
  }
}

const equalFilters = {
  campaignCode: 'hazard.campaign_code',
  cityCode: 'hazard.city_code',
  placeCode: 'hazard.place_code',
  fieldCode: 'hazard.field_code',
  kind: 'hazard.kind',
} as const;

function narrow(rows: SelectQueryBuilder<Hazard>, query: ListHazards): void {
  for (const [name, column] of Object.entries(equalFilters)) {
    const value = query[name as keyof typeof equalFilters];
    if (value !== undefined) rows.andWhere(`${column} = :${name}`, { [name]: value });
  }
  if (query.state) rows.andWhere(`coalesce(status.state, 'registered') = :state`, { state: query.state });
  if (query.overdue !== undefined)
    rows.andWhere('coalesce(status.overdue, false) = :overdue', { overdue: query.overdue });
  if (query.finished !== undefined)
    rows.andWhere('coalesce(status.finished, false) = :finished', { finished: query.finished });
  if (query.foundFrom) rows.andWhere('hazard.found_on >= :foundFrom', { foundFrom: query.foundFrom });
  if (query.foundTo) rows.andWhere('hazard.found_on <= :foundTo', { foundTo: query.foundTo });
  if (query.search)
    rows.andWhere(
      `(hazard.responsible_name || ' ' || hazard.address || ' ' || hazard.description) ILIKE :search`,
      {
        search: `%${query.search.replace(/[\\%_]/g, '\\$&')}%`,
      },
    );
}

function page(rows: SelectQueryBuilder<Hazard>, query: ListHazards): void {
  const { column, property, direction } = order(query);
  rows.orderBy(`hazard.${property}`, direction).addOrderBy('hazard.hazardNo', direction);
  rows.limit(query.limit + 1);
  if (query.after === undefined) return;
  const [at, hazardNo] = decodeCursor(query.after, Position);
  const beyond = direction === 'ASC' ? '>' : '<';
  rows.andWhere(`(${column}, hazard.hazard_no) ${beyond} (:at, :afterNo)`, { at, afterNo: hazardNo });
}

function order(query: ListHazards) {
  const direction = query.sort.startsWith('-') ? ('DESC' as const) : ('ASC' as const);
  return query.sort.endsWith('deadline')
    ? { column: 'hazard.deadline', property: 'deadline', direction }
    : { column: 'hazard.registered_at', property: 'registeredAt', direction };
}

function positionOf({ hazard }: HazardWithStatus, query: ListHazards): z.infer<typeof Position> {
  const at = query.sort.endsWith('deadline') ? hazard.deadline : hazard.registeredAt;
  return [at.toISOString(), hazard.hazardNo];
}
