import { Injectable } from '@nestjs/common';
import type {
  CampaignMonth,
  ClockActivities,
  ClockDecision,
  MonthCount,
  SourceActivities,
} from '@bihuan/contracts';
import { ClockBook } from '@bihuan/platform/clocks';
import { BusinessClock } from '@bihuan/platform/config';
import { closedMonthCount } from '@bihuan/platform/months';
import { DataSource } from 'typeorm';

/** What workflows ask of supervision. */
@Injectable()
export class SupervisionActivitiesProvider implements ClockActivities, SourceActivities {
  static readonly activities = ['decideClock', 'closeMonth'] as const;

  constructor(
    private readonly clocks: ClockBook,
    private readonly clock: BusinessClock,
    private readonly dataSource: DataSource,
  ) {}

  decideClock(clockId: string): Promise<ClockDecision> {
    return this.clocks.decide(clockId);
  }

  /** Hazards of the campaign struck off before the month's end. */
  closeMonth(month: CampaignMonth): Promise<MonthCount> {
    const { clock, dataSource } = this;
    return closedMonthCount({ service: 'supervision', clock, dataSource }, month, {
      from: `hazard_case WHERE campaign_code = $1 AND state = 'struckOff'
        AND (facts->>'struckOffAt')::timestamptz < $2`,
      line: `hazard_no || '|struckOff'`,
    });
  }
}
