import { Injectable } from '@nestjs/common';
import type { AddEvidence } from '@bihuan/contracts';
import { BusinessClock } from '@bihuan/platform/config';
import { DomainError } from '@bihuan/platform/errors';
import { ObjectStore, Spool } from '@bihuan/platform/storage';
import { toLocalDate } from '@bihuan/process-core';
import { EvidenceRows } from '../../persistence/evidence.repository.ts';
import { checkRoom } from './evidence-limits.ts';
import { InspectEvidence, type InspectedFile } from './inspect-evidence.ts';
import { contentKey } from './content-key.ts';

/** A file that was received, with what was told of it. It lies in the spool. */
export interface EvidenceFile {
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly told: AddEvidence;
}

export interface PreparedEvidence extends EvidenceFile {
  readonly found: InspectedFile;
}

/** Looks into a file and puts it into the store, before anything is written of it: a transaction waits for no store. */
@Injectable()
export class PrepareEvidence {
  constructor(
    private readonly inspect: InspectEvidence,
    private readonly rows: EvidenceRows,
    private readonly spool: Spool,
    private readonly objects: ObjectStore,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * What is refused here is not stored. What is refused later, when somebody else was faster, stays as an object
   * without a record: it does no harm, and the next one with the same content takes it up.
   *
   * @throws evidence.takenInFuture, hazard.stateConflict, evidence.tooMany, evidence.tooMuch, and what the look into it says
   */
  async execute(hazardNo: string, file: EvidenceFile): Promise<PreparedEvidence> {
    const { takenAt } = file.told;
    if (takenAt !== undefined && toLocalDate(new Date(takenAt)) > toLocalDate(this.clock.now()))
      throw new DomainError('evidence.takenInFuture', { pointer: '/takenAt' });
    const found = await this.inspect.execute(this.spool.pathOf(file.key), file.name, file.bytes);
    const stock = await this.rows.stock(hazardNo, file.sha256);
    // A command that is sent again finds its own piece: it gets its answer, whatever has become of the hazard.
    if (stock.same === null) {
      checkRoom(stock, file.bytes);
      await this.objects.put(contentKey(file.sha256), await this.spool.get(file.key));
    }
    return { ...file, found };
  }
}
