import { Injectable } from '@nestjs/common';
import type { Work } from '@bihuan/platform/commands';
import { DataSource, LessThan } from 'typeorm';
import { HazardCorrection } from './hazard-correction.entity.ts';

/** Corrections of hazards. */
@Injectable()
export class Corrections {
  constructor(private readonly dataSource: DataSource) {}

  async insert(work: Work, correction: HazardCorrection): Promise<void> {
    await work.tx.insert(HazardCorrection, correction);
  }

  /** How often the hazard has been corrected; asked while its row is locked. */
  count(work: Work, hazardNo: string): Promise<number> {
    return work.tx.countBy(HazardCorrection, { hazardNo });
  }

  /** Corrections of the hazard, the latest first. @param before only those of a lower version */
  find(hazardNo: string, before: number | undefined, limit: number): Promise<HazardCorrection[]> {
    return this.dataSource.manager.find(HazardCorrection, {
      where: { hazardNo, ...(before !== undefined && { version: LessThan(before) }) },
      order: { version: 'DESC' },
      take: limit,
    });
  }
}
