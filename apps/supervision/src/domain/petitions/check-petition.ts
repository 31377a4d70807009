import { Injectable } from '@nestjs/common';
import type { FilePetition as FilePetitionCommand, Policy } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { futureDates, lastDayRefusal, petitionRulesOf, toLocalDate } from '@bihuan/process-core';
import { KnownEvidences } from '../../persistence/known-evidence.repository.ts';
import { Petitions } from '../../persistence/petitions.repository.ts';
import type { KnownCase } from '../known-case.ts';

/** What is asked of a petition before it is taken. */
@Injectable()
export class CheckPetition {
  constructor(
    private readonly petitions: Petitions,
    private readonly evidences: KnownEvidences,
  ) {}

  /**
   * @param running the end of rectification as it stands, and the policy of the day
   * @throws petition.allowanceUsed, petition.notLater, hazard.deadlinePast, hazard.deadlineTooFar, field.invalid,
   *   petition.evidenceUnknown
   */
  async execute(
    work: Work,
    { hazardNo, registeredAt }: KnownCase,
    command: FilePetitionCommand,
    { due, policy }: { readonly due: Date; readonly policy: Policy },
  ): Promise<void> {
    const { allowance } = petitionRulesOf(policy);
    if ((await this.petitions.countAgreed(work, hazardNo)) >= allowance)
      throw new DomainError('petition.allowanceUsed', { params: { allowance } });
    const { now } = work;
    const refusal = lastDayRefusal(command.until, { registeredAt, due, now, dayEnds: policy.dayEnds });
    if (refusal) throw new DomainError(refusal.code, refusal);
    const fields = futureDates(command, toLocalDate(now));
    if (fields.length > 0) throw new DomainError('field.invalid', { fields });
    const cited = command.interimSafeguards.flatMap(({ evidenceIds }) => evidenceIds);
    const unknown = await this.evidences.unknownOf(work, hazardNo, cited);
    if (unknown.length > 0)
      throw new DomainError('petition.evidenceUnknown', {
        pointer: '/interimSafeguards',
        params: { ids: unknown.join(', ') },
      });
  }
}
