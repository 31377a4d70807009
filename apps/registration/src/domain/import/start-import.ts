import { Injectable } from '@nestjs/common';
import type { StartImport as StartImportForm } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import type { HazardImport } from '../../persistence/import/hazard-import.entity.ts';
import { Imports } from '../../persistence/import/imports.repository.ts';
import { campaignFor, importingOffice } from './importing-office.ts';

/** A file that has come and lies in the object store. */
export interface StoredFile {
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Network address of the client. */
  readonly source: string;
}

/** Takes in a ledger's file: it is read and checked later, by the process that imports. */
@Injectable()
export class StartImport {
  constructor(
    private readonly imports: Imports,
    private readonly reference: ReferenceBook,
  ) {}

  /** @throws auth.notAllowed, import.historyOnlyMajor, campaign.unknown, campaign.closed where the reference data says so already */
  async execute(
    work: Work,
    caller: Caller,
    id: string,
    form: StartImportForm,
    file: StoredFile,
  ): Promise<HazardImport> {
    const office = importingOffice(caller.offices);
    if (form.history && form.ledger !== 'major')
      throw new DomainError('import.historyOnlyMajor', { pointer: '/history' });
    if (this.reference.ready()) campaignFor(form, this.reference, toLocalDate(work.now));
    const row: HazardImport = {
      ...form,
      id,
      fileName: file.fileName,
      fileBytes: file.bytes,
      sha256: file.sha256,
      fileKept: true,
      state: 'received',
      problem: null,
      bytesRead: 0,
      rowsRead: 0,
      good: 0,
      bad: 0,
      duplicate: 0,
      inserted: 0,
      position: 0,
      attempts: 0,
      cancelAsked: false,
      headings: null,
      actor: { ...work.actor, orgCode: office.orgCode, role: office.role },
      orgCode: office.orgCode,
      orgName: office.orgName,
      correlationId: work.correlationId,
      source: file.source,
      receivedAt: work.now,
      startedAt: null,
      endedAt: null,
    };
    await this.imports.insert(work, row);
    const { fileName, bytes, sha256 } = file;
    work.record({
      action: 'import.received',
      subject: id,
      before: null,
      after: { ...form, fileName, bytes, sha256 },
    });
    return row;
  }
}
