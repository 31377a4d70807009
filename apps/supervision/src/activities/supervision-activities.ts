import { Injectable } from '@nestjs/common';
import type { ClockActivities, ClockDecision } from '@bihuan/contracts';
import { ClockBook } from '@bihuan/platform/clocks';

/** What the loop asks of supervision. */
@Injectable()
export class SupervisionActivitiesProvider implements ClockActivities {
  static readonly activities = ['decideClock'] as const;

  constructor(private readonly clocks: ClockBook) {}

  decideClock(clockId: string): Promise<ClockDecision> {
    return this.clocks.decide(clockId);
  }
}
