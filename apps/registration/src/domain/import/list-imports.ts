import { Injectable } from '@nestjs/common';
import type { ImportReply, ImportRowError, ListImportErrors, ListImports as Query } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import { DomainError } from '@bihuan/platform/errors';
import { decodeCursor, type Page, pageOf } from '@bihuan/platform/http';
import { z } from 'zod';
import type { HazardImport } from '../../persistence/import/hazard-import.entity.ts';
import { ImportErrors } from '../../persistence/import/import-errors.repository.ts';
import { Imports } from '../../persistence/import/imports.repository.ts';
import { importReply, rowErrorReply } from './import-views.ts';

const ImportPosition = z.tuple([z.iso.datetime(), z.uuid()]);
const ErrorPosition = z.tuple([z.int(), z.int()]);

/** Imports of the caller's organisations, and the errors of one. */
@Injectable()
export class ListImports {
  constructor(
    private readonly imports: Imports,
    private readonly errors: ImportErrors,
  ) {}

  /** @throws import.notFound */
  async one(caller: Caller, id: string): Promise<HazardImport> {
    const found = await this.imports.find(caller.scope, id);
    if (!found) throw new DomainError('import.notFound');
    return found;
  }

  /** @throws request.cursorInvalid */
  async page(caller: Caller, { after, limit, state }: Query): Promise<Page<ImportReply>> {
    const position = after === undefined ? undefined : decodeCursor(after, ImportPosition);
    const rows = await this.imports.page(caller.scope, { state, after: position }, limit + 1);
    const replies = rows.map((row) => importReply(row, caller.language));
    return pageOf(replies, limit, ({ receivedAt, id }) => [receivedAt, id]);
  }

  /** @throws import.notFound, request.cursorInvalid */
  async errorsOf(
    caller: Caller,
    id: string,
    { after, limit }: ListImportErrors,
  ): Promise<Page<ImportRowError>> {
    const found = await this.one(caller, id);
    const position = after === undefined ? ([0, 0] as const) : decodeCursor(after, ErrorPosition);
    const listed = await this.errors.page(id, position, limit + 1);
    const { items, next } = pageOf(listed, limit, ({ row, nth }) => [row, nth]);
    return { items: items.map((error) => rowErrorReply(error, found, caller.language)), next };
  }
}
