import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ChangeDay as ChangeDayBody, DayParams, YearParams } from '@bihuan/contracts';
import { Caller, CurrentCaller } from '@bihuan/platform/auth';
import { Commands } from '@bihuan/platform/commands';
import { CommandRequest } from '@bihuan/platform/http';
import type { z } from 'zod';
import { ChangeDay } from '../domain/change-day.ts';
import { ListReference } from '../domain/list-reference.ts';

@Controller('calendar')
export class CalendarController {
  constructor(
    private readonly list: ListReference,
    private readonly commands: Commands,
    private readonly changeDay: ChangeDay,
  ) {}

  @Get(':year')
  read(@Param({ schema: YearParams }) { year }: z.infer<typeof YearParams>) {
    return this.list.year(year);
  }

  @Put('days/:date')
  change(
    @Param({ schema: DayParams }) { date }: z.infer<typeof DayParams>,
    @Body({ schema: ChangeDayBody }) body: z.infer<typeof ChangeDayBody>,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ) {
    return this.commands.run(request, (work) => this.changeDay.execute(work, caller, date, body));
  }
}
