import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import {
  type CalendarReply,
  ChangeDay as ChangeDayCommand,
  DayParams,
  LoadYear as LoadYearCommand,
  YearParams,
} from '@bihuan/contracts';
import { Caller, CurrentCaller } from '@bihuan/platform/auth';
import { Commands } from '@bihuan/platform/commands';
import { CommandRequest } from '@bihuan/platform/http';
import { ChangeDay } from '../domain/change-day.ts';
import { LoadYear } from '../domain/load-year.ts';
import { ListReference } from '../domain/list-reference.ts';

/** 工作日历: the working calendar over HTTP. */
@Controller('calendar')
export class CalendarController {
  constructor(
    private readonly list: ListReference,
    private readonly commands: Commands,
    private readonly changeDay: ChangeDay,
    private readonly loadYear: LoadYear,
  ) {}

  @Get(':year')
  read(@Param({ schema: YearParams }) { year }: YearParams): Promise<CalendarReply> {
    return this.list.year(year);
  }

  @Put(':year')
  load(
    @Param({ schema: YearParams }) { year }: YearParams,
    @Body({ schema: LoadYearCommand }) body: LoadYearCommand,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<CalendarReply> {
    return this.commands.run(request, (work) => this.loadYear.execute(work, caller, year, body));
  }

  @Put('days/:date')
  change(
    @Param({ schema: DayParams }) { date }: DayParams,
    @Body({ schema: ChangeDayCommand }) body: ChangeDayCommand,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<CalendarReply> {
    return this.commands.run(request, (work) => this.changeDay.execute(work, caller, date, body));
  }
}
