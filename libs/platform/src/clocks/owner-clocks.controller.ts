import { type ClockReply, HazardParams, OwnerClocks } from '@bihuan/contracts';
import { Controller, Get, Param } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Caller, CurrentCaller } from '../auth/index.ts';
import { HazardSight } from '../commands/index.ts';
import type { Language } from '../errors/index.ts';
import type { ClockRow } from '../persistence/index.ts';
import { clockColumns, type ClockOwner, factOfClock } from './clock-record.ts';
import { ClockSettings } from './clock-settings.ts';

interface TakenRung {
  readonly clockId: string;
  readonly rung: string;
  readonly at: Date;
}

/** This owner's part of a hazard's clocks; the gateway puts the parts together. */
@Controller('hazards/:no/clocks')
export class OwnerClocksController {
  readonly #owner: ClockOwner;

  constructor(
    settings: ClockSettings,
    private readonly dataSource: DataSource,
    private readonly sight: HazardSight,
  ) {
    this.#owner = settings.owner;
  }

  /** Nothing where the caller's scope does not reach the hazard. */
  @Get()
  async read(
    @Param({ schema: HazardParams }) { no }: z.infer<typeof HazardParams>,
    @CurrentCaller() caller: Caller,
  ): Promise<z.infer<typeof OwnerClocks>> {
    if (!(await this.sight.sees(caller, no))) return { clocks: [] };
    const rows = await this.dataSource.query<ClockRow[]>(
      `SELECT ${clockColumns} FROM clock WHERE hazard_no = $1 ORDER BY started_at, id`,
      [no],
    );
    const taken = await this.dataSource.query<TakenRung[]>(
      `SELECT clock_id AS "clockId", rung, decided_at AS at FROM clock_rung
       WHERE taken AND clock_id = ANY($1) ORDER BY decided_at`,
      [rows.map(({ id }) => id)],
    );
    return { clocks: rows.map((row) => this.reply(row, taken, caller.language)) };
  }

  private reply(row: ClockRow, taken: readonly TakenRung[], language: Language): z.infer<typeof ClockReply> {
    return {
      ...factOfClock(row, this.#owner),
      startedAt: row.startedAt.toISOString(),
      explanation: language === 'en' ? row.explanationEn : row.explanationZh,
      policyVersion: row.policyVersion,
      rungsTaken: taken
        .filter(({ clockId }) => clockId === row.id)
        .map(({ rung, at }) => ({ rung, at: at.toISOString() })),
    };
  }
}
