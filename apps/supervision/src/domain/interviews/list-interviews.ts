import { Injectable } from '@nestjs/common';
import type { InterviewReply, ListInterviews as ListInterviewsQuery } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import { decodeCursor, type Page, pageOf } from '@bihuan/platform/http';
import { z } from 'zod';
import type { InterviewCause } from '../../persistence/interview-cause.entity.ts';
import type { InterviewRow } from '../../persistence/interview.entity.ts';
import { InterviewPages } from '../../persistence/interview-pages.ts';
import { interviewParts } from './interview-parts.ts';
import { whyInterview } from './why-interview.ts';

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

/** Warning interviews, the latest first, each with the clocks that led to it as far as the caller may see them. */
@Injectable()
export class ListInterviews {
  constructor(private readonly pages: InterviewPages) {}

  /** @throws request.cursorInvalid */
  async execute(caller: Caller, query: ListInterviewsQuery): Promise<Page<InterviewReply>> {
    const after = query.after === undefined ? undefined : decodeCursor(query.after, Position);
    const found = await this.pages.page(caller.scope, { ...query, after }, query.limit + 1);
    const { items, next } = pageOf(found, query.limit, ({ openedAt, id }) => [openedAt.toISOString(), id]);
    const causes = await this.pages.causesOf(caller.scope, items);
    return { items: items.map((interview) => replyOf(interview, causes, caller)), next };
  }
}

function replyOf(
  interview: InterviewRow,
  causes: readonly InterviewCause[],
  { language }: Pick<Caller, 'language'>,
): InterviewReply {
  const { id, state, openedAt, cancelledAt } = interview;
  return {
    ...interviewParts(interview),
    state,
    openedAt: openedAt.toISOString(),
    cancelledAt: cancelledAt?.toISOString() ?? null,
    causes: causes
      .filter(({ interviewId }) => interviewId === id)
      .map((cause) => ({
        clockId: cause.clockId,
        kind: cause.kind,
        hazardNo: cause.hazardNo,
        due: cause.due.toISOString(),
        at: cause.rungAt.toISOString(),
        why: language === 'en' ? whyInterview(cause).en : whyInterview(cause).zh,
      })),
  };
}
