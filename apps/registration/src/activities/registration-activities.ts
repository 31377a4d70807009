import { Injectable } from '@nestjs/common';
import type {
  CampaignMonth,
  HazardHistory,
  LoopHazard,
  MonthCount,
  PastHandovers,
  RegistrationActivities,
  SourceActivities,
} from '@bihuan/contracts';
import { BusinessClock } from '@bihuan/platform/config';
import { DomainError } from '@bihuan/platform/errors';
import { closedMonthCount } from '@bihuan/platform/months';
import { DataSource } from 'typeorm';
import { Hazards } from '../persistence/hazards.repository.ts';

/** What workflows ask of the ledger. */
@Injectable()
export class RegistrationActivitiesProvider implements RegistrationActivities, SourceActivities {
  static readonly activities = ['loadHazard', 'closeMonth'] as const;

  constructor(
    private readonly hazards: Hazards,
    private readonly clock: BusinessClock,
    private readonly dataSource: DataSource,
  ) {}

  /** Hazards of the campaign registered before the month's end; one withdrawn later was registered all the same. */
  closeMonth(month: CampaignMonth): Promise<MonthCount> {
    const { clock, dataSource } = this;
    return closedMonthCount({ service: 'registration', clock, dataSource }, month, {
      from: 'hazard WHERE campaign_code = $1 AND registered_at < $2',
      line: `hazard_no || '|found'`,
    });
  }

  async loadHazard(hazardNo: string): Promise<LoopHazard> {
    const found = await this.hazards.findAny(hazardNo);
    if (!found) throw new DomainError('hazard.notFound', { params: { hazardNo } });
    const { hazard, finished } = found;
    return {
      hazardNo,
      campaignCode: hazard.campaignCode,
      placeCode: hazard.placeCode,
      placeName: hazard.placeName,
      cityCode: hazard.cityCode,
      cityName: hazard.cityName,
      fieldCode: hazard.fieldCode,
      fieldName: hazard.fieldName,
      registeredAt: hazard.registeredAt.toISOString(),
      finished,
      ...(hazard.history && { past: pastOf(hazard.history) }),
      businessOffsetMs: this.clock.offsetMs(),
    };
  }
}

/** What handover needs of the past. */
function pastOf({ reportedBy, reportedByName, reportedAt, handovers }: HazardHistory): PastHandovers {
  return { reportedBy, reportedByName, reportedAt, handovers };
}
