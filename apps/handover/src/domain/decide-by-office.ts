import { Injectable } from '@nestjs/common';
import type { GiveHandoverTo } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import { ClockBook } from '@bihuan/platform/clocks';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import { Handover } from '../persistence/handover.entity.ts';
import { Handovers } from '../persistence/handovers.repository.ts';
import { type Answerer, decideAnswer } from './answer-rules.ts';
import { aboveCampaignOffice } from './campaign-office.ts';
import { HandOverClock } from './hand-over-clock.ts';
import { factOf } from './handover-fact.ts';
import { OfficeList } from './office-list.ts';
import { RedirectHandover } from './redirect-handover.ts';
import { TakeUp } from './take-up.ts';
import { targetOf } from './transfer-target.ts';

/** 改派、坚持移交: the campaign office's decisions, or those of the level above it once a handover is raised. */
@Injectable()
export class DecideByOffice {
  constructor(
    private readonly takeUp: TakeUp,
    private readonly handovers: Handovers,
    private readonly redirecting: RedirectHandover,
    private readonly officeList: OfficeList,
    private readonly handOverClock: HandOverClock,
    private readonly clocks: ClockBook,
    private readonly reference: ReferenceBook,
  ) {}

  /** Holds on to a refused handover: the track is settled as by an acknowledgement. */
  async insist(work: Work, caller: Caller, id: string, reason: string): Promise<Handover> {
    const handover = await this.decided(work, caller, id, 'insist');
    const change = {
      status: 'insisted',
      version: handover.version + 1,
      settled: true,
      decisionReason: reason,
    } as const;
    await work.tx.update(Handover, { id }, change);
    const after = Object.assign(handover, change);
    await this.clocks.meet(work, { kind: 'refusalDecision', subject: id });
    work.emit({ topic: 'handover', type: 'handover.insisted', key: after.hazardNo, data: factOf(after) });
    work.record({
      action: 'handover.insisted',
      subject: after.hazardNo,
      before: { handoverId: id, status: 'refused' },
      after: { handoverId: id, status: after.status, reason },
    });
    return after;
  }

  /**
   * Gives a handover to another organisation. The old one keeps its dates, its answer and its clocks on record.
   *
   * @returns the successor
   */
  async redirect(
    work: Work,
    caller: Caller,
    id: string,
    { toOrgCode, reason }: GiveHandoverTo,
  ): Promise<Handover> {
    const handover = await this.decided(work, caller, id, 'redirect');
    const { hazardNo, track } = handover;
    const target = targetOf(this.reference, handover, toOrgCode, toLocalDate(work.now));
    // Where a correction had left the track without a route, this decision names the organisation the office sought.
    const waiting = (await this.handovers.waitingOf(work, hazardNo)).get(track);
    if (waiting) await this.officeList.take(work, waiting);
    await this.clocks.meet(work, { kind: 'refusalDecision', subject: id });
    const successor = await this.redirecting.execute(work, handover, waiting ?? handover, target, reason);
    if (waiting) await this.handOverClock.endWhereDone(work, hazardNo);
    return successor;
  }

  private async decided(
    work: Work,
    caller: Caller,
    id: string,
    decision: 'insist' | 'redirect',
  ): Promise<Handover> {
    const handover = await this.takeUp.execute(work, caller, id);
    const superior = aboveCampaignOffice(this.reference, toLocalDate(work.now));
    const by = deciderOf(caller, handover, superior?.code);
    const decided = decideAnswer(decision, by, handover);
    if ('refused' in decided)
      throw new DomainError(decided.refused, { params: { orgName: superior?.nameZh ?? '' } });
    return handover;
  }
}

/** Whoever is of the organisation addressed decides nothing about its answer, whatever other office is held. */
function deciderOf(caller: Caller, { orgCode, raised }: Handover, superior: string | undefined): Answerer {
  if (caller.officeOf(orgCode)) return 'addressee';
  const governs = caller.offices.some(
    (office) => office.orgCode === superior && ['governor', 'viceGovernor'].includes(office.role),
  );
  if (raised && governs) return 'superior';
  return caller.ofCampaignOffice('handler', 'leader') ? 'office' : 'onlooker';
}
