import { Injectable } from '@nestjs/common';
import type { ListPetitions as ListPetitionsQuery, PetitionReply } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import { DomainError } from '@bihuan/platform/errors';
import { decodeCursor, type Page, pageOf } from '@bihuan/platform/http';
import { z } from 'zod';
import { Cases } from '../../persistence/cases.repository.ts';
import { Petitions } from '../../persistence/petitions.repository.ts';
import { PetitionReplies } from './petition-replies.ts';

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

/** The petitions of a hazard that the caller may see, the latest first. */
@Injectable()
export class ListPetitions {
  constructor(
    private readonly cases: Cases,
    private readonly petitions: Petitions,
    private readonly replies: PetitionReplies,
  ) {}

  /** @throws hazard.notFound, request.cursorInvalid */
  async execute(
    caller: Caller,
    hazardNo: string,
    { after, limit }: ListPetitionsQuery,
  ): Promise<Page<PetitionReply>> {
    const position = after === undefined ? undefined : decodeCursor(after, Position);
    if (!(await this.cases.sees(caller, hazardNo)))
      throw new DomainError('hazard.notFound', { params: { hazardNo } });
    const found = await this.petitions.page(hazardNo, position, limit + 1);
    const { items, next } = pageOf(found, limit, ({ filedAt, id }) => [filedAt.toISOString(), id]);
    return { items: await this.replies.ofAll(items), next };
  }
}
