import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  type AssessmentList,
  AssessmentParams,
  type AssessmentReply,
  type MonthOfAssessment,
  OfCampaign,
  RequestAssessment as RequestAssessmentCommand,
} from '@bihuan/contracts';
import { Caller, CurrentCaller } from '@bihuan/platform/auth';
import { Commands } from '@bihuan/platform/commands';
import { CommandRequest } from '@bihuan/platform/http';
import { ListAssessments } from '../domain/list-assessments.ts';
import { ReadAssessment } from '../domain/read-assessment.ts';
import { RequestAssessment } from '../domain/request-assessment.ts';

/** Assessments of months over HTTP. */
@Controller('assessments')
export class AssessmentsController {
  constructor(
    private readonly commands: Commands,
    private readonly requestAssessment: RequestAssessment,
    private readonly listAssessments: ListAssessments,
    private readonly readAssessment: ReadAssessment,
  ) {}

  @Post()
  @HttpCode(202)
  ask(
    @Body({ schema: RequestAssessmentCommand }) body: RequestAssessmentCommand,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<MonthOfAssessment> {
    return this.commands.run(request, (work) => this.requestAssessment.execute(work, caller, body));
  }

  @Get()
  list(
    @Query({ schema: OfCampaign }) { campaignCode }: OfCampaign,
    @CurrentCaller() caller: Caller,
  ): Promise<AssessmentList> {
    return this.listAssessments.execute(caller, campaignCode);
  }

  @Get(':month')
  read(
    @Param({ schema: AssessmentParams }) { month }: AssessmentParams,
    @Query({ schema: OfCampaign }) { campaignCode }: OfCampaign,
    @CurrentCaller() caller: Caller,
  ): Promise<AssessmentReply> {
    return this.readAssessment.execute(caller, { campaignCode, month });
  }
}
