import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { serviceActor, UnitOfWork } from '@bihuan/platform/commands';
import { LoadSeed } from './domain/load-seed.ts';

/** Loads the seed before the service answers. */
@Injectable()
export class SeedAtStart implements OnApplicationBootstrap {
  readonly #log = new Logger(SeedAtStart.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly loadSeed: LoadSeed,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const origin = { actor: serviceActor('campaign'), correlationId: 'seed' };
    const items = await this.unitOfWork.run(origin, (work) => this.loadSeed.execute(work));
    if (items > 0) this.#log.log(`${items} items of reference data loaded`);
  }
}
