import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ImportParams,
  type ImportReply,
  type ImportRowError,
  LARGEST_IMPORT,
  ListImportErrors,
  ListImports as ListImportsQuery,
  StartImport as StartImportForm,
} from '@bihuan/contracts';
import { Caller, CurrentCaller } from '@bihuan/platform/auth';
import { Commands } from '@bihuan/platform/commands';
import { isUnavailable } from '@bihuan/platform/errors';
import { CommandRequest, IncomingForm, type Page, Upload } from '@bihuan/platform/http';
import { ObjectStore } from '@bihuan/platform/storage';
import { v7 as uuidV7 } from 'uuid';
import type { z } from 'zod';
import { CancelImport } from '../../domain/import/cancel-import.ts';
import { importReply } from '../../domain/import/import-views.ts';
import { importingOffice } from '../../domain/import/importing-office.ts';
import { ListImports } from '../../domain/import/list-imports.ts';
import { StartImport } from '../../domain/import/start-import.ts';
import { ImportRunner } from '../../intake/run/import-runner.ts';
import { fileOf } from '../../intake/run/read-ledger.ts';

type Id = z.infer<typeof ImportParams>;

/** Ledgers brought as files, over HTTP. */
@Controller('hazards/imports')
export class ImportsController {
  constructor(
    private readonly commands: Commands,
    private readonly startImport: StartImport,
    private readonly cancelImport: CancelImport,
    private readonly listImports: ListImports,
    private readonly store: ObjectStore,
    private readonly runner: ImportRunner,
  ) {}

  @Post()
  @HttpCode(202)
  async start(
    @Upload() form: IncomingForm,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<ImportReply> {
    // Before the file comes: it may be large.
    importingOffice(caller.offices);
    const id = uuidV7();
    const key = fileOf(id);
    const { fields, object, fileName } = await form.receive({
      store: this.store,
      key,
      maxBytes: LARGEST_IMPORT,
      schema: StartImportForm,
    });
    const { bytes, sha256 } = object;
    const body = { fields, sha256 };
    try {
      const file = { fileName, bytes, sha256, source: request.address };
      const reply = await this.commands.run({ ...request, body }, async (work) =>
        importReply(await this.startImport.execute(work, caller, id, fields, file), caller.language),
      );
      // The file of one that was sent before.
      if (reply.id !== id) await this.store.remove(key);
      this.runner.nudge();
      return reply;
    } catch (error) {
      // A database that went away may have taken the import in: its file stays.
      if (!isUnavailable(error)) await this.store.remove(key);
      throw error;
    }
  }

  @Get()
  list(
    @Query({ schema: ListImportsQuery }) query: ListImportsQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<Page<ImportReply>> {
    return this.listImports.page(caller, query);
  }

  @Get(':id')
  async read(
    @Param({ schema: ImportParams }) { id }: Id,
    @CurrentCaller() caller: Caller,
  ): Promise<ImportReply> {
    return importReply(await this.listImports.one(caller, id), caller.language);
  }

  @Get(':id/errors')
  errors(
    @Param({ schema: ImportParams }) { id }: Id,
    @Query({ schema: ListImportErrors }) query: ListImportErrors,
    @CurrentCaller() caller: Caller,
  ): Promise<Page<ImportRowError>> {
    return this.listImports.errorsOf(caller, id, query);
  }

  @Post(':id/cancel')
  @HttpCode(202)
  async cancel(
    @Param({ schema: ImportParams }) { id }: Id,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<ImportReply> {
    const reply = await this.commands.run(request, async (work) =>
      importReply(await this.cancelImport.execute(work, caller, id), caller.language),
    );
    this.runner.nudge();
    return reply;
  }
}
