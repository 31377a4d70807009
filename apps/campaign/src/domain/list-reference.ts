import { Injectable } from '@nestjs/common';
import type { ReferenceBody, ReferenceItem, ReferenceKind } from '@bihuan/contracts';
import { BusinessClock } from '@bihuan/platform/config';
import { DomainError } from '@bihuan/platform/errors';
import { toLocalDate } from '@bihuan/process-core';
import { ReferenceMasters } from '../persistence/reference-masters.repository.ts';

/** Reference data as of a day; without one, as of today in business time. */
@Injectable()
export class ListReference {
  constructor(
    private readonly masters: ReferenceMasters,
    private readonly clock: BusinessClock,
  ) {}

  async items<K extends ReferenceKind>(kind: K, asOf: string | undefined): Promise<ReferenceItem<K>[]> {
    return this.masters.onDay(kind, asOf ?? toLocalDate(this.clock.now()));
  }

  async bodies<K extends ReferenceKind>(kind: K, asOf: string | undefined): Promise<ReferenceBody<K>[]> {
    return (await this.items(kind, asOf)).map(({ body }) => body);
  }

  /** Clauses of a standard in the order of the standard. @throws resource.notFound where there is no such standard */
  async clausesOf(standardCode: string, asOf: string | undefined): Promise<ReferenceBody<'clause'>[]> {
    if (!(await this.masters.knows('standard', standardCode))) throw new DomainError('resource.notFound');
    const clauses = await this.bodies('clause', asOf);
    return clauses
      .filter((clause) => clause.standardCode === standardCode)
      .sort((a, b) => positionOf(a.code) - positionOf(b.code));
  }

  /** @throws resource.notFound where the year is not stored */
  async year(code: string): Promise<ReferenceBody<'calendarYear'>> {
    const years = await this.bodies('calendarYear', undefined);
    const year = years.find((candidate) => candidate.code === code);
    if (!year) throw new DomainError('resource.notFound');
    return year;
  }
}

/** A clause's code ends with its position in the standard. */
function positionOf(code: string): number {
  return Number(code.slice(code.lastIndexOf('.') + 1));
}
