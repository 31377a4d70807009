import { Injectable } from '@nestjs/common';
import type { CalendarYear, ChangeDay as ChangeDayCommand } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { ReferenceMasters } from '../persistence/reference-masters.repository.ts';
import { withDay } from './calendar-day.ts';
import { requireCampaignOffice } from './campaign-office.ts';
import { ReferenceRegister } from './reference-register.ts';

/** 工作日: changes one day of a stored year and publishes the year's new version. */
@Injectable()
export class ChangeDay {
  constructor(
    private readonly masters: ReferenceMasters,
    private readonly register: ReferenceRegister,
  ) {}

  /** @throws auth.notAllowed, calendar.dayUnknown, field.invalid */
  async execute(
    work: Work,
    caller: Caller,
    date: string,
    { kind, reason }: ChangeDayCommand,
  ): Promise<CalendarYear> {
    requireCampaignOffice(caller);
    const seen = await this.masters.lock(work, 'calendarYear', date.slice(0, 4));
    if (!seen) throw new DomainError('calendar.dayUnknown');
    const changed = withDay(seen.body, date, kind);
    if (!changed) return seen.body;
    await this.register.change(work, seen, changed);
    const before = {
      version: seen.body.version,
      holidays: seen.body.holidays,
      makeUpDays: seen.body.makeUpDays,
    };
    work.record({
      action: 'calendar.dayChanged',
      subject: date,
      before,
      after: { ...changed, kind, reason },
    });
    return changed;
  }
}
