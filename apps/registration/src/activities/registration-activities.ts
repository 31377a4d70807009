import { Injectable } from '@nestjs/common';
import type { HazardHistory, LoopHazard, PastHandovers, RegistrationActivities } from '@bihuan/contracts';
import { BusinessClock } from '@bihuan/platform/config';
import { DomainError } from '@bihuan/platform/errors';
import { Hazards } from '../persistence/hazards.repository.ts';

/** What the loop asks of the ledger. */
@Injectable()
export class RegistrationActivitiesProvider implements RegistrationActivities {
  static readonly activities = ['loadHazard'] as const;

  constructor(
    private readonly hazards: Hazards,
    private readonly clock: BusinessClock,
  ) {}

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
