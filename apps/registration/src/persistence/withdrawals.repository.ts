import { Injectable } from '@nestjs/common';
import type { Work } from '@bihuan/platform/commands';
import { DataSource } from 'typeorm';
import { HazardWithdrawal } from './hazard-withdrawal.entity.ts';

/** Withdrawals of hazards; of one hazard at most one is open. */
@Injectable()
export class Withdrawals {
  constructor(private readonly dataSource: DataSource) {}

  async insert(work: Work, withdrawal: HazardWithdrawal): Promise<void> {
    await work.tx.insert(HazardWithdrawal, withdrawal);
  }

  /** The latest withdrawal of the hazard. */
  async latest(hazardNo: string): Promise<HazardWithdrawal | null> {
    return this.dataSource.manager.findOne(HazardWithdrawal, { where: { hazardNo }, order: { id: 'DESC' } });
  }

  /** The latest one, held until the transaction ends. */
  lockLatest(work: Work, hazardNo: string): Promise<HazardWithdrawal | null> {
    return work.tx.findOne(HazardWithdrawal, {
      where: { hazardNo },
      order: { id: 'DESC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** A withdrawal that an owner confirms, held until the transaction ends. */
  lock(work: Work, id: string): Promise<HazardWithdrawal | null> {
    return work.tx.findOne(HazardWithdrawal, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async update(work: Work, id: string, changes: Partial<HazardWithdrawal>): Promise<void> {
    await work.tx.update(HazardWithdrawal, { id }, changes);
  }
}
