import { Injectable } from '@nestjs/common';
import type { AssessedMonth, CampaignMonth } from '@bihuan/contracts';
import { type Origin, UnitOfWork } from '@bihuan/platform/commands';
import { AssessMonth } from './assess-month.ts';
import { OpenMonth } from './open-month.ts';
import { TellHazards } from './tell-hazards.ts';

/** The assessment of a month from its first mention to its last announcement, once however often it is run. */
@Injectable()
export class RunMonth {
  constructor(
    private readonly units: UnitOfWork,
    private readonly open: OpenMonth,
    private readonly assess: AssessMonth,
    private readonly tell: TellHazards,
  ) {}

  /**
   * Transactions one after the other; run again, each finds what is done.
   *
   * @throws DomainError as `AssessMonth` says
   */
  async execute(origin: Origin, month: CampaignMonth): Promise<AssessedMonth> {
    await this.units.run(origin, (work) => this.open.execute(work, month));
    const assessed = await this.units.run(origin, (work) => this.assess.execute(work, month));
    while (await this.units.run(origin, (work) => this.tell.execute(work, month)));
    return assessed;
  }
}
