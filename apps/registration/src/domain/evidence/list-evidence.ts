import { Injectable } from '@nestjs/common';
import type { Evidence as EvidenceReply, ListEvidence as ListEvidenceQuery } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import { DomainError } from '@bihuan/platform/errors';
import { decodeCursor, type Page, pageOf } from '@bihuan/platform/http';
import { z } from 'zod';
import { EvidenceRows } from '../../persistence/evidence.repository.ts';
import { Hazards } from '../../persistence/hazards.repository.ts';
import { evidenceView } from './evidence-view.ts';

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

/** The evidence of a hazard the caller may see, oldest first, page by page. */
@Injectable()
export class ListEvidence {
  constructor(
    private readonly hazards: Hazards,
    private readonly rows: EvidenceRows,
  ) {}

  /** @throws hazard.notFound, request.cursorInvalid */
  async execute(
    { scope }: Caller,
    hazardNo: string,
    { after, limit, purpose }: ListEvidenceQuery,
  ): Promise<Page<EvidenceReply>> {
    const position = after === undefined ? undefined : decodeCursor(after, Position);
    if (!(await this.hazards.find(scope, hazardNo)))
      throw new DomainError('hazard.notFound', { params: { hazardNo } });
    const pieces = await this.rows.page(scope, { hazardNo, purpose, after: position }, limit + 1);
    return pageOf(pieces.map(evidenceView), limit, ({ addedAt, id }) => [addedAt, id]);
  }
}
