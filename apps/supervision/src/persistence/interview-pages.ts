import { Injectable } from '@nestjs/common';
import type { InterviewState, Scope } from '@bihuan/contracts';
import { type Condition, scopeWhere } from '@bihuan/platform/auth';
import { DataSource } from 'typeorm';
import { caseScopeColumns } from './cases.repository.ts';
import { InterviewCause } from './interview-cause.entity.ts';
import { Interview } from './interview.entity.ts';

/** Which interviews are asked for. */
export interface InterviewFilter {
  readonly state?: InterviewState | undefined;
  /** The interviewee. */
  readonly orgCode?: string | undefined;
  /** The last interview of the page before: when it was opened, and its id. */
  readonly after?: readonly [openedAt: string, id: string] | undefined;
}

/** Interviews as callers may see them: those of their own organisations, and those about a hazard in their scope. */
@Injectable()
export class InterviewPages {
  constructor(private readonly dataSource: DataSource) {}

  /** At most `limit` interviews of the filter, the latest first. */
  page(scope: Scope, { state, orgCode, after }: InterviewFilter, limit: number): Promise<Interview[]> {
    const { sql, params } = seenHazard(scope);
    const rows = this.dataSource
      .getRepository(Interview)
      .createQueryBuilder('interview')
      .where(
        `(:all OR interview.interviewee_org = ANY(:own) OR interview.interviewer_org = ANY(:own)
          OR EXISTS (SELECT FROM interview_cause AS cause
               WHERE cause.interview_id = interview.id AND cause.left_at IS NULL AND ${sql}))`,
        { all: scope.all, own: scope.orgs, ...params },
      );
    if (state) rows.andWhere('interview.state = :state', { state });
    if (orgCode !== undefined) rows.andWhere('interview.intervieweeOrg = :orgCode', { orgCode });
    if (after)
      rows.andWhere('(interview.opened_at, interview.id) < (:at, :id)', { at: after[0], id: after[1] });
    return rows
      .orderBy('interview.openedAt', 'DESC')
      .addOrderBy('interview.id', 'DESC')
      .limit(limit)
      .getMany();
  }

  /** What led to the interviews, in the order of the rungs: all of it for who takes part, else what concerns hazards in the scope. */
  causesOf(scope: Scope, interviews: readonly Interview[]): Promise<InterviewCause[]> {
    const isParty = ({ intervieweeOrg, interviewerOrg }: Interview) =>
      scope.all || scope.orgs.includes(intervieweeOrg) || scope.orgs.includes(interviewerOrg);
    const { sql, params } = seenHazard(scope);
    return this.dataSource
      .getRepository(InterviewCause)
      .createQueryBuilder('cause')
      .where('cause.interview_id = ANY(:ids) AND cause.left_at IS NULL', {
        ids: interviews.map(({ id }) => id),
      })
      .andWhere(`(cause.interview_id = ANY(:whole) OR ${sql})`, {
        whole: interviews.filter(isParty).map(({ id }) => id),
        ...params,
      })
      .orderBy('cause.rungAt')
      .addOrderBy('cause.due')
      .addOrderBy('cause.clockId')
      .getMany();
  }
}

/** The hazard of `cause` is registered, and in the scope. */
function seenHazard(scope: Scope): Condition {
  const { sql, params } = scopeWhere(scope, caseScopeColumns);
  return {
    sql: `EXISTS (SELECT FROM hazard_case AS hazard WHERE hazard.hazard_no = cause.hazard_no
            AND hazard.registered_at IS NOT NULL AND ${sql})`,
    params,
  };
}
