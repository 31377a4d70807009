import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ImportParams, ReadTemplate } from '@bihuan/contracts';
import { Caller, CurrentCaller } from '@bihuan/platform/auth';
import { DomainError } from '@bihuan/platform/errors';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { hasEnded } from '../../domain/import/import-views.ts';
import { ListImports } from '../../domain/import/list-imports.ts';
import { ErrorsWorkbook } from '../../intake/workbooks/errors-workbook.ts';
import { templateWorkbook } from '../../intake/workbooks/template.ts';
import { ImportEvents } from './import-events.ts';

type Id = z.infer<typeof ImportParams>;

/** What of an import is no JSON: workbooks, and its progress as it goes. */
@Controller('hazards/imports')
export class ImportFilesController {
  constructor(
    private readonly listImports: ListImports,
    private readonly errorsWorkbook: ErrorsWorkbook,
    private readonly events: ImportEvents,
  ) {}

  @Get('template.xlsx')
  async template(
    @Query({ schema: ReadTemplate }) { ledger }: ReadTemplate,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const workbook = await templateWorkbook(ledger);
    await sendWorkbook(reply, `template-${ledger}.xlsx`, Readable.from([workbook]));
  }

  @Get(':id/errors.xlsx')
  async errors(
    @Param({ schema: ImportParams }) { id }: Id,
    @CurrentCaller() caller: Caller,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.listImports.one(caller, id);
    if (!hasEnded(found)) throw new DomainError('import.notEnded');
    const workbook = await this.errorsWorkbook.stream(found, caller.language);
    await sendWorkbook(reply, `errors-${id}.xlsx`, workbook);
  }

  @Get(':id/events')
  async watch(
    @Param({ schema: ImportParams }) { id }: Id,
    @CurrentCaller() caller: Caller,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.listImports.one(caller, id);
    await reply
      .type('text/event-stream; charset=utf-8')
      .send(Readable.from(this.events.of(id, caller.language)));
  }
}

async function sendWorkbook(reply: FastifyReply, name: string, content: Readable): Promise<void> {
  await reply
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(content);
}
