import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { type CalendarReply, ChangeDay as ChangeDayCommand, DayParams, YearParams } from '@bihuan/contracts';
import { Caller, CurrentCaller } from '@bihuan/platform/auth';
import { Commands } from '@bihuan/platform/commands';
import { CommandRequest } from '@bihuan/platform/http';
import { ChangeDay } from '../domain/change-day.ts';
import { ListReference } from '../domain/list-reference.ts';

/** 工作日历: the working calendar over HTTP. */
@Controller('calendar')
export class CalendarController {
  constructor(
    private readonly list: ListReference,
    private readonly commands: Commands,
    private readonly changeDay: ChangeDay,
  ) {}

  @Get(':year')
  read(@Param({ schema: YearParams }) { year }: YearParams): Promise<CalendarReply> {
    return this.list.year(year);
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
