import { Injectable } from '@nestjs/common';
import type { EventData } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { In } from 'typeorm';
import { KnownEvidence } from './known-evidence.entity.ts';

/** What supervision knows of the evidence that registration keeps. */
@Injectable()
export class KnownEvidences {
  /** Evidence is never changed: heard again, it is there. */
  async keep(work: Work, fact: EventData<'evidence.attached'>): Promise<void> {
    const { hazardNo, evidenceId, sha256, attachedAt } = fact;
    await work.tx
      .createQueryBuilder()
      .insert()
      .into(KnownEvidence)
      .values({ hazardNo, evidenceId, sha256, attachedAt: new Date(attachedAt) })
      .orIgnore()
      .execute();
  }

  /** Those of the ids that the hazard does not have, each once. */
  async unknownOf(work: Work, hazardNo: string, ids: readonly string[]): Promise<string[]> {
    const distinct = [...new Set(ids.map((id) => id.toLowerCase()))];
    const known = await work.tx.findBy(KnownEvidence, { hazardNo, evidenceId: In(distinct) });
    return distinct.filter((id) => !known.some(({ evidenceId }) => evidenceId === id));
  }
}
