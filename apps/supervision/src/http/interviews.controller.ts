import { Controller, Get, Query } from '@nestjs/common';
import { type InterviewReply, ListInterviews as ListInterviewsQuery } from '@bihuan/contracts';
import { Caller, CurrentCaller } from '@bihuan/platform/auth';
import type { Page } from '@bihuan/platform/http';
import { ListInterviews } from '../domain/interviews/list-interviews.ts';

/** Warning interviews over HTTP. */
@Controller('interviews')
export class InterviewsController {
  constructor(private readonly listInterviews: ListInterviews) {}

  @Get()
  list(
    @Query({ schema: ListInterviewsQuery }) query: ListInterviewsQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<Page<InterviewReply>> {
    return this.listInterviews.execute(caller, query);
  }
}
