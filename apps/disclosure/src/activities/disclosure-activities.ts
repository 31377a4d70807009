import { Injectable } from '@nestjs/common';
import type {
  CampaignMonth,
  ClockActivities,
  ClockDecision,
  DraftedEdition,
  EditionActivities,
  SourceCounts,
} from '@bihuan/contracts';
import { ClockBook } from '@bihuan/platform/clocks';
import { UnitOfWork } from '@bihuan/platform/commands';
import { activityOrigin } from '@bihuan/platform/temporal';
import { heartbeat } from '@temporalio/activity';
import { DraftEdition } from '../domain/draft-edition.ts';
import { FreezeEdition } from '../domain/freeze-edition.ts';
import { PublishEdition } from '../domain/publish-edition.ts';
import { RequestEdition } from '../domain/request-edition.ts';

/** What workflows ask of disclosure. */
@Injectable()
export class DisclosureActivitiesProvider implements EditionActivities, ClockActivities {
  static readonly activities = [
    'requestEdition',
    'draftEdition',
    'freezeEdition',
    'publishEdition',
    'decideClock',
  ] as const;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clocks: ClockBook,
    private readonly request: RequestEdition,
    private readonly draft: DraftEdition,
    private readonly freeze: FreezeEdition,
    private readonly publish: PublishEdition,
  ) {}

  async requestEdition(month: CampaignMonth): Promise<void> {
    await this.unitOfWork.run(activityOrigin(), (work) => this.request.execute(work, month));
  }

  draftEdition(draft: CampaignMonth & { readonly counts: SourceCounts }): Promise<DraftedEdition> {
    return this.unitOfWork.run(activityOrigin(), (work) => this.draft.execute(work, draft));
  }

  freezeEdition(month: CampaignMonth): Promise<void> {
    return this.freeze.execute(activityOrigin(), month, () => {
      heartbeat();
    });
  }

  publishEdition(month: CampaignMonth): Promise<void> {
    return this.publish.execute(activityOrigin(), month, () => {
      heartbeat();
    });
  }

  decideClock(clockId: string): Promise<ClockDecision> {
    return this.clocks.decide(clockId);
  }
}
