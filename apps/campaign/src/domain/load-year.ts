import { Injectable } from '@nestjs/common';
import type { CalendarYear, LoadYear as LoadYearCommand } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { ReferenceMasters } from '../persistence/reference-masters.repository.ts';
import { requireCampaignOffice } from './campaign-office.ts';
import { ReferenceRegister } from './reference-register.ts';
import { seedItem } from './seed/seed-item.ts';
import { checkYear } from './year-rules.ts';

/** 工作日历: stores a year after the State Council's notice, or the year's days anew. What was counted through it is re-projected by command. */
@Injectable()
export class LoadYear {
  constructor(
    private readonly masters: ReferenceMasters,
    private readonly register: ReferenceRegister,
  ) {}

  /** @throws auth.notAllowed, calendar.dayBoth, field.invalid */
  async execute(
    work: Work,
    caller: Caller,
    code: string,
    { holidays, makeUpDays, reason }: LoadYearCommand,
  ): Promise<CalendarYear> {
    requireCampaignOffice(caller);
    checkYear({ code, holidays, makeUpDays });
    const days = { holidays: [...holidays].sort(), makeUpDays: [...makeUpDays].sort() };
    const seen = await this.masters.lock(work, 'calendarYear', code);
    const year = { code, version: (seen?.body.version ?? 0) + 1, ...days };
    if (seen) await this.register.change(work, seen, year);
    else await this.register.add(work, [seedItem('calendarYear', year)]);
    work.record({
      action: 'calendar.yearLoaded',
      subject: code,
      before: seen?.body ?? null,
      after: { ...year, reason },
    });
    return year;
  }
}
