import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError } from 'typeorm';
import { BusinessClock } from '../config/index.ts';
import { CollectedRows, OpenWork } from './open-work.ts';
import { OutboxNudge } from './outbox-nudge.ts';
import { UnitOfWork } from './unit-of-work.ts';
import type { Origin, Work } from './work.ts';

const REPEATS = 3;
/** serialization_failure, deadlock_detected */
const brokenOff = new Set(['40001', '40P01']);

function isBrokenOff(error: unknown): boolean {
  const code = error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;
  return code !== undefined && brokenOff.has(code);
}

@Injectable()
export class PostgresUnitOfWork extends UnitOfWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: BusinessClock,
    private readonly nudge: OutboxNudge,
  ) {
    super();
  }

  override async run<T>(origin: Origin, body: (work: Work) => Promise<T>): Promise<T> {
    for (let repeat = 0; ; repeat += 1) {
      try {
        return await this.once(origin, body);
      } catch (error) {
        if (repeat >= REPEATS || !isBrokenOff(error)) throw error;
        await pause(Math.random() * 20 * (repeat + 1));
      }
    }
  }

  private async once<T>(origin: Origin, body: (work: Work) => Promise<T>): Promise<T> {
    const { outcome, announces } = await this.dataSource.transaction(async (tx) => {
      const collected = new CollectedRows();
      const result = await body(new OpenWork(tx, this.clock.now(), origin, collected));
      await collected.write(tx);
      return { outcome: result, announces: collected.announces };
    });
    if (announces) this.nudge.nudge();
    return outcome;
  }
}
