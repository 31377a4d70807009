import { Injectable } from '@nestjs/common';
import { Caller } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import type { HazardImport } from '../../persistence/import/hazard-import.entity.ts';
import { Imports } from '../../persistence/import/imports.repository.ts';
import { importingOffices } from './importing-office.ts';
import { hasEnded } from './import-views.ts';

/** Asks to cancel an import. What it has put into the ledger by then stays there. */
@Injectable()
export class CancelImport {
  constructor(private readonly imports: Imports) {}

  /** @throws import.notFound, auth.notAllowed, import.ended */
  async execute(work: Work, caller: Caller, id: string): Promise<HazardImport> {
    const seen = await this.imports.find(caller.scope, id);
    if (!seen) throw new DomainError('import.notFound');
    const may = importingOffices(caller.offices).some(
      ({ campaignOffice, orgCode }) => campaignOffice || orgCode === seen.orgCode,
    );
    if (!may) throw new DomainError('auth.notAllowed');
    const row = await this.imports.lock(work, id);
    if (hasEnded(row)) throw new DomainError('import.ended');
    await this.imports.update(work, id, { cancelAsked: true });
    work.record({ action: 'import.cancelAsked', subject: id });
    return Object.assign(row, { cancelAsked: true });
  }
}
