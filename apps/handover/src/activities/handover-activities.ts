import { Injectable } from '@nestjs/common';
import type { ClockActivities, ClockDecision, HandoverActivities } from '@bihuan/contracts';
import { ClockBook } from '@bihuan/platform/clocks';
import { UnitOfWork } from '@bihuan/platform/commands';
import { activityOrigin } from '@bihuan/platform/temporal';
import { DispatchHandovers } from '../domain/dispatch-handovers.ts';

/** What the loop asks of the handover service. */
@Injectable()
export class HandoverActivitiesProvider implements HandoverActivities, ClockActivities {
  static readonly activities = ['dispatchHandovers', 'decideClock'] as const;

  constructor(
    private readonly units: UnitOfWork,
    private readonly dispatch: DispatchHandovers,
    private readonly clocks: ClockBook,
  ) {}

  dispatchHandovers(
    hazard: Parameters<HandoverActivities['dispatchHandovers']>[0],
  ): ReturnType<HandoverActivities['dispatchHandovers']> {
    return this.units.run(activityOrigin(), (work) => this.dispatch.execute(work, hazard));
  }

  decideClock(clockId: string): Promise<ClockDecision> {
    return this.clocks.decide(clockId);
  }
}
