import { Injectable } from '@nestjs/common';
import type { Work } from '@bihuan/platform/commands';
import { readSeedFiles } from '../persistence/seed-files.ts';
import { SeedRuns } from '../persistence/seed-runs.repository.ts';
import { ReferenceMasters } from '../persistence/reference-masters.repository.ts';
import { ReferenceRegister } from './reference-register.ts';
import { buildSeed, seedVersion } from './seed/seed.ts';

/** First start: loads the seed in one transaction. A later version adds what is missing and touches nothing that exists. */
@Injectable()
export class LoadSeed {
  constructor(
    private readonly runs: SeedRuns,
    private readonly masters: ReferenceMasters,
    private readonly register: ReferenceRegister,
  ) {}

  /** @returns how many items were added; 0 where this version was loaded before. */
  async execute(work: Work): Promise<number> {
    await this.masters.lockForAdding(work);
    if (await this.runs.holds(work, seedVersion)) return 0;
    const items = await this.register.add(work, buildSeed(readSeedFiles()));
    await this.runs.note(work, seedVersion, items);
    work.record({ action: 'reference.seeded', subject: `seed/${seedVersion}`, after: { items } });
    return items;
  }
}
