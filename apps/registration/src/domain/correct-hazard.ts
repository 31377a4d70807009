import { Injectable } from '@nestjs/common';
import type { CorrectHazard as CorrectHazardCommand, CorrectionReply } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import { v7 as uuid } from 'uuid';
import { Corrections } from '../persistence/corrections.repository.ts';
import { Hazards } from '../persistence/hazards.repository.ts';
import { below } from './below.ts';
import { ChangeableHazards } from './changeable-hazards.ts';
import { correctedHazard } from './corrected-hazard.ts';
import { differences } from './corrected-contents.ts';
import { factOfCorrection } from './correction-fact.ts';
import { correctionReply } from './correction-reply.ts';

/** 更正: what was registered wrongly is set right, on record, before and after. No clock that runs is touched. */
@Injectable()
export class CorrectHazard {
  constructor(
    private readonly changeable: ChangeableHazards,
    private readonly reference: ReferenceBook,
    private readonly hazards: Hazards,
    private readonly corrections: Corrections,
  ) {}

  /** @throws correction.nothingChanged, and what `ChangeableHazards` and the rules of registration refuse */
  async execute(
    work: Work,
    caller: Caller,
    hazardNo: string,
    { reason, changes }: CorrectHazardCommand,
  ): Promise<CorrectionReply> {
    const { hazard, office } = await this.changeable.open(work, caller, hazardNo);
    const after = below('/changes', () =>
      correctedHazard(this.reference, hazard, changes, toLocalDate(work.now)),
    );
    const changed = differences(hazard, after);
    if (!changed) throw new DomainError('correction.nothingChanged', { pointer: '/changes' });

    const { leadOrg } = this.reference.requireField(after.fieldCode, after.foundOn, '/changes/fieldCode');
    const correction = {
      id: uuid(),
      hazardNo,
      version: (await this.corrections.count(work, hazardNo)) + 1,
      reason,
      ...changed,
      correctedAt: work.now,
      correctedBy: work.actor.person,
      correctedOrg: office.orgCode,
    };
    await this.corrections.insert(work, correction);
    await this.hazards.update(work, hazardNo, after);
    work.emit(factOfCorrection(correction, after, leadOrg));
    work.record({
      action: 'hazard.corrected',
      subject: hazardNo,
      before: changed.before,
      after: { ...changed.after, reason },
    });
    return correctionReply(correction);
  }
}
