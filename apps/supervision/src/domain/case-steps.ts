import { Injectable } from '@nestjs/common';
import type { CaseReply } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { ReferenceBook } from '@bihuan/platform/reference';
import { type HazardStep, stepRefusal, toLocalDate } from '@bihuan/process-core';
import { Cases } from '../persistence/cases.repository.ts';
import type { CaseRow } from '../persistence/hazard-case.entity.ts';
import { CaseClocks } from './case-clocks.ts';
import { isKnown, type KnownCase, replyOf, withFact } from './known-case.ts';
import { asEvent, type OwnFact } from './own-fact.ts';
import type { ActingOffice, Standing } from './sides.ts';

/** What a step adds beside its fact. */
interface StepNotes {
  /** Columns of the case beside the folded facts. */
  readonly changes?: Partial<CaseRow>;
  /** What the audit trail keeps of the step. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What all steps of a case have in common: found and locked at the start; folded, timed, announced and on record at the end. */
@Injectable()
export class CaseSteps {
  constructor(
    private readonly cases: Cases,
    private readonly reference: ReferenceBook,
    private readonly clocks: CaseClocks,
  ) {}

  /** The case, locked, with the offices in which the caller comes. @throws hazard.notFound */
  async open(
    work: Work,
    caller: Caller,
    hazardNo: string,
  ): Promise<{ hazard: KnownCase; standings: Standing[] }> {
    const hazard = await this.cases.lockVisible(work, caller, hazardNo);
    if (!hazard || !isKnown(hazard)) throw new DomainError('hazard.notFound', { params: { hazardNo } });
    return { hazard, standings: this.standings(caller, toLocalDate(work.now)) };
  }

  /** The office in which the step is taken, where it may be taken now. @throws the rule's code, `hazard.stateConflict` and the like */
  require(step: HazardStep, hazard: KnownCase, acting: ActingOffice): Standing {
    const office = this.requireOffice(acting);
    const refusal = stepRefusal(step, hazard.facts);
    if (refusal) throw new DomainError(refusal.code, { params: refusal.params });
    return office;
  }

  /** The office in which somebody acts. @throws the code of the refusal */
  requireOffice(acting: ActingOffice): Standing {
    if ('refused' in acting) throw new DomainError(acting.refused);
    return acting.office;
  }

  /** Writes down where the case stands after the step. */
  async close(work: Work, before: KnownCase, fact: OwnFact, notes: StepNotes): Promise<CaseReply> {
    const after = withFact(before, asEvent(work, fact), notes.changes ?? {}, work.now);
    await this.cases.store(work, after);
    work.emit({ topic: 'supervision', key: before.hazardNo, ...fact });
    await this.clocks.keep(work, before, after);
    work.record({
      action: fact.type,
      subject: before.hazardNo,
      before: { state: before.state, round: before.round },
      after: { state: after.state, round: after.round, ...notes.detail },
    });
    return replyOf(after);
  }

  private standings(caller: Caller, today: string): Standing[] {
    return caller.offices.map((office) => {
      const organisation = this.reference.organisation(office.orgCode, today);
      return {
        ...office,
        placeCode: organisation?.placeCode ?? null,
        creditCode: organisation?.creditCode ?? null,
      };
    });
  }
}
