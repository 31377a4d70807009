import { Injectable } from '@nestjs/common';
import { AddEvidence } from '@bihuan/contracts';
import { type IncomingForm } from '@bihuan/platform/http';
import { Spool } from '@bihuan/platform/storage';
import { MOST_BYTES } from '../domain/evidence/evidence-limits.ts';
import type { EvidenceFile } from '../domain/evidence/prepare-evidence.ts';

/** Receives the form of a piece of evidence. */
@Injectable()
export class EvidenceIntake {
  constructor(private readonly spool: Spool) {}

  /** Gives the received file to the user; it is gone from the spool afterwards. @throws what `IncomingForm.receive` throws */
  async take<T>(form: IncomingForm, use: (file: EvidenceFile) => Promise<T>): Promise<T> {
    const key = this.spool.newKey();
    const rules = { store: this.spool, key, maxBytes: MOST_BYTES, schema: AddEvidence };
    const { object, fileName, fields } = await form.receive(rules);
    try {
      return await use({ key, name: fileName, bytes: object.bytes, sha256: object.sha256, told: fields });
    } finally {
      await this.spool.remove(key);
    }
  }
}
