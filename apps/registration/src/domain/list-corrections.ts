import { Injectable } from '@nestjs/common';
import type { CorrectionReply, ListCorrections as ListCorrectionsQuery } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import { DomainError } from '@bihuan/platform/errors';
import { decodeCursor, type Page, pageOf } from '@bihuan/platform/http';
import { z } from 'zod';
import { Corrections } from '../persistence/corrections.repository.ts';
import { Hazards } from '../persistence/hazards.repository.ts';
import { correctionReply } from './correction-reply.ts';

/** The corrections of a hazard that the caller may see, the latest first. */
@Injectable()
export class ListCorrections {
  constructor(
    private readonly hazards: Hazards,
    private readonly corrections: Corrections,
  ) {}

  /** @throws hazard.notFound, request.cursorInvalid */
  async execute(
    caller: Caller,
    hazardNo: string,
    { after, limit }: ListCorrectionsQuery,
  ): Promise<Page<CorrectionReply>> {
    if (!(await this.hazards.find(caller.scope, hazardNo)))
      throw new DomainError('hazard.notFound', { params: { hazardNo } });
    const before = after === undefined ? undefined : decodeCursor(after, z.int().min(1));
    const found = await this.corrections.find(hazardNo, before, limit + 1);
    return pageOf(found.map(correctionReply), limit, ({ version }) => version);
  }
}
