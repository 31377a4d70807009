import { Injectable } from '@nestjs/common';
import type { PetitionReply } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import type { ClockRow } from '@bihuan/platform/persistence';
import type { PetitionRow } from '../../persistence/petition.entity.ts';
import { Petitions } from '../../persistence/petitions.repository.ts';

/** Petitions as callers read them, each with the clock of its decision. */
@Injectable()
export class PetitionReplies {
  constructor(private readonly petitions: Petitions) {}

  async of(work: Work, petition: PetitionRow): Promise<PetitionReply> {
    const clocks = await this.petitions.decisionClocks([petition.id], work.tx);
    return replyOf(petition, clocks);
  }

  async ofAll(petitions: readonly PetitionRow[]): Promise<PetitionReply[]> {
    const clocks = await this.petitions.decisionClocks(petitions.map(({ id }) => id));
    return petitions.map((petition) => replyOf(petition, clocks));
  }
}

function replyOf(petition: PetitionRow, clocks: ReadonlyMap<string, ClockRow>): PetitionReply {
  const { id, hazardNo, round, state, until, reason, late, filedBy, filedOrg } = petition;
  const { stepsTaken, interimSafeguards, noticeToExposed } = petition;
  const clock = clocks.get(id);
  if (!clock) throw new Error(`Petition ${id} has no clock`);
  return {
    petitionId: id,
    hazardNo,
    round,
    state,
    until,
    reason,
    stepsTaken,
    interimSafeguards,
    noticeToExposed,
    runningDue: petition.runningDue.toISOString(),
    fileBy: petition.fileBy.toISOString(),
    late,
    filed: { by: { person: filedBy, orgCode: filedOrg }, at: petition.filedAt.toISOString() },
    decision: { orgCode: clock.waitsForOrg, orgName: clock.waitsForName, due: clock.due.toISOString() },
    decided: decisionOf(petition),
    lapsedAt: petition.lapsedAt?.toISOString() ?? null,
  };
}

function decisionOf(petition: PetitionRow): PetitionReply['decided'] {
  const { grantedUntil: until, opinion, decidedAt, decidedBy, decidedOrg } = petition;
  if (opinion === null || decidedBy === null || decidedOrg === null || !decidedAt) return null;
  return { until, opinion, by: { person: decidedBy, orgCode: decidedOrg }, at: decidedAt.toISOString() };
}
