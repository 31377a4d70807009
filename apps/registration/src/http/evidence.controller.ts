import { Controller, Get, Headers, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import {
  EvidenceParams,
  type Evidence as EvidenceReply,
  HazardParams,
  ListEvidence as ListEvidenceQuery,
} from '@bihuan/contracts';
import { Caller, CurrentCaller } from '@bihuan/platform/auth';
import { Commands } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { CommandRequest, IncomingForm, type Page, Upload } from '@bihuan/platform/http';
import { ObjectStore } from '@bihuan/platform/storage';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { AddEvidence } from '../domain/evidence/add-evidence.ts';
import { addingOffice } from '../domain/evidence/adding-office.ts';
import { contentKey } from '../domain/evidence/content-key.ts';
import { evidenceView } from '../domain/evidence/evidence-view.ts';
import { ListEvidence } from '../domain/evidence/list-evidence.ts';
import { PrepareEvidence } from '../domain/evidence/prepare-evidence.ts';
import type { Evidence } from '../persistence/evidence.entity.ts';
import { EvidenceRows } from '../persistence/evidence.repository.ts';
import { LedgerSight } from '../persistence/ledger-sight.ts';
import { contentHeaders, etagOf, isKnown } from './content-headers.ts';
import { EvidenceIntake } from './evidence-intake.ts';

type Params = z.infer<typeof EvidenceParams>;

/** Photos and documents of hazards over HTTP. */
@Controller('hazards/:no/evidence')
export class EvidenceController {
  constructor(
    private readonly commands: Commands,
    private readonly sight: LedgerSight,
    private readonly intake: EvidenceIntake,
    private readonly prepareEvidence: PrepareEvidence,
    private readonly addEvidence: AddEvidence,
    private readonly listEvidence: ListEvidence,
    private readonly rows: EvidenceRows,
    private readonly objects: ObjectStore,
  ) {}

  @Post()
  @HttpCode(201)
  async add(
    @Param({ schema: HazardParams }) { no }: z.infer<typeof HazardParams>,
    @Upload() form: IncomingForm,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<EvidenceReply> {
    if (!(await this.sight.sees(caller, no)))
      throw new DomainError('hazard.notFound', { params: { hazardNo: no } });
    const office = addingOffice(caller.offices);
    return this.intake.take(form, async (file) => {
      const prepared = await this.prepareEvidence.execute(no, file);
      const { name, sha256, told } = file;
      return this.commands.run({ ...request, body: { name, sha256, told } }, (work) =>
        this.addEvidence.execute(work, office, no, prepared),
      );
    });
  }

  @Get()
  list(
    @Param({ schema: HazardParams }) { no }: z.infer<typeof HazardParams>,
    @Query({ schema: ListEvidenceQuery }) query: ListEvidenceQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<Page<EvidenceReply>> {
    return this.listEvidence.execute(caller, no, query);
  }

  @Get(':id')
  async read(
    @Param({ schema: EvidenceParams }) params: Params,
    @CurrentCaller() caller: Caller,
  ): Promise<EvidenceReply> {
    return evidenceView(await this.piece(caller, params));
  }

  @Get(':id/content')
  async content(
    @Param({ schema: EvidenceParams }) params: Params,
    @CurrentCaller() caller: Caller,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const piece = await this.piece(caller, params);
    if (isKnown(ifNoneMatch, etagOf(piece))) {
      void reply.code(304).headers(contentHeaders(piece));
      return undefined;
    }
    const content = await this.objects.get(contentKey(piece.sha256));
    // Only now: a refusal is no file.
    void reply.headers(contentHeaders(piece));
    return new StreamableFile(content, { type: piece.mediaType, length: piece.bytes });
  }

  private async piece({ scope }: Caller, { no, id }: Params): Promise<Evidence> {
    const piece = await this.rows.find(scope, no, id);
    if (!piece) throw new DomainError('evidence.notFound');
    return piece;
  }
}
