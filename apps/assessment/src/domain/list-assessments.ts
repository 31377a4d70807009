import { Injectable } from '@nestjs/common';
import type { AssessmentList } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import { Months } from '../persistence/months.repository.ts';
import { monthReply } from './assessment-state.ts';
import { requireDepartment } from './authority.ts';

/** Months of a campaign and how their assessments stand, the latest first. */
@Injectable()
export class ListAssessments {
  constructor(private readonly months: Months) {}

  /** @throws auth.notAllowed */
  async execute(caller: Caller, campaignCode: string): Promise<AssessmentList> {
    requireDepartment(caller);
    const months = await this.months.list(campaignCode);
    return { items: months.map((standing) => monthReply(campaignCode, standing, caller.language)) };
  }
}
