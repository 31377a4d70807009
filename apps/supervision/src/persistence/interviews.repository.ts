import { Injectable } from '@nestjs/common';
import type { Work } from '@bihuan/platform/commands';
import { MoreThanOrEqual } from 'typeorm';
import { InterviewCause } from './interview-cause.entity.ts';
import { InterviewStart } from './interview-start.entity.ts';
import { Interview, type InterviewRow } from './interview.entity.ts';

/** Columns of the interview table under the names of `Interview`. */
const columns = `id, campaign_code AS "campaignCode", serial, state, interviewee_org AS "intervieweeOrg",
  interviewee_name AS "intervieweeName", interviewer_org AS "interviewerOrg", interviewer_name AS "interviewerName",
  opened_at AS "openedAt", cancelled_at AS "cancelledAt"`;

/** Warning interviews and what led to them. */
@Injectable()
export class Interviews {
  /** Whether that date of the clock has led to an interview before. */
  hasCause(work: Work, { clockId, due }: Pick<InterviewCause, 'clockId' | 'due'>): Promise<boolean> {
    return work.tx.existsBy(InterviewCause, { clockId, due });
  }

  /** Whether a release without interviews was still at work here at that time. */
  isBeforeStart(work: Work, at: Date): Promise<boolean> {
    return work.tx.existsBy(InterviewStart, { at: MoreThanOrEqual(at) });
  }

  /**
   * The open interview of the interviewee, locked; the one that is wanted where there is none. Of two that are opened
   * at once the index lets one in, and the other finds it; one that is cancelled meanwhile is not found.
   */
  async openOrFind(work: Work, wanted: Omit<InterviewRow, 'serial'>): Promise<InterviewRow> {
    // Serials of a campaign are given out one after the other. Order of locks: case, campaign, interview. Facts that are
    // taken together may come upon several campaigns, or upon one after they left an interview: where two such works
    // wait for each other, PostgreSQL undoes one, and its facts are taken one by one, each in that order.
    await work.tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      `interviews/${wanted.campaignCode}`,
    ]);
    const [interview] = await work.tx.query<InterviewRow[]>(
      `INSERT INTO interview (id, campaign_code, serial, state, interviewee_org, interviewee_name, interviewer_org,
         interviewer_name, opened_at)
       VALUES ($1, $2, (SELECT count(*) + 1 FROM interview WHERE campaign_code = $2), 'open', $3, $4, $5, $6, $7)
       ON CONFLICT (interviewee_org) WHERE state = 'open' DO UPDATE SET state = 'open'
       RETURNING ${columns}`,
      [
        wanted.id,
        wanted.campaignCode,
        wanted.intervieweeOrg,
        wanted.intervieweeName,
        wanted.interviewerOrg,
        wanted.interviewerName,
        wanted.openedAt,
      ],
    );
    if (!interview) throw new Error(`no interview of ${wanted.intervieweeOrg}`);
    return interview;
  }

  async addCause(work: Work, cause: Omit<InterviewCause, 'leftAt'>): Promise<void> {
    await work.tx.insert(InterviewCause, cause);
  }

  /** Takes a hazard out of the open interviews. @returns those it was in, locked, in the order of their ids */
  async leave(work: Work, hazardNo: string): Promise<InterviewRow[]> {
    const left = await work.tx.query<InterviewRow[]>(
      `SELECT ${columns} FROM interview WHERE state = 'open' AND id IN
         (SELECT interview_id FROM interview_cause WHERE hazard_no = $1 AND left_at IS NULL)
       ORDER BY id FOR UPDATE`,
      [hazardNo],
    );
    await work.tx.query(
      `UPDATE interview_cause SET left_at = $2 WHERE hazard_no = $1 AND left_at IS NULL AND interview_id = ANY($3)`,
      [hazardNo, work.now, left.map(({ id }) => id)],
    );
    return left;
  }

  /** Cancels an interview that is about nothing any more. @returns whether it was */
  async cancelEmpty(work: Work, id: string): Promise<boolean> {
    const { affected } = await work.tx
      .createQueryBuilder()
      .update(Interview)
      .set({ state: 'cancelled', cancelledAt: work.now })
      .where(
        `id = :id AND NOT EXISTS (SELECT FROM interview_cause WHERE interview_id = :id AND left_at IS NULL)`,
        {
          id,
        },
      )
      .execute();
    return affected === 1;
  }
}
