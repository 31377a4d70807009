import { HazardParams, type OwnerTimeline, type TimelineEntry } from '@bihuan/contracts';
import { Controller, Get, Param } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Caller, CurrentCaller } from '../auth/index.ts';
import { HazardSight } from '../commands/index.ts';
import { ServiceConfig } from '../config/index.ts';

/** Facts that tell the loop when to wake; a reader of the history has the rungs instead. */
const technical = ['clock.opened', 'clock.moved', 'clock.ended'];

/** This owner's part of a hazard's history, told by the facts it announced; the gateway puts the parts together. */
@Controller('hazards/:no/timeline')
export class OwnerTimelineController {
  constructor(
    private readonly config: ServiceConfig,
    private readonly dataSource: DataSource,
    private readonly sight: HazardSight,
  ) {}

  /** Nothing where the caller's scope does not reach the hazard. */
  @Get()
  async read(
    @Param({ schema: HazardParams }) { no }: z.infer<typeof HazardParams>,
    @CurrentCaller() caller: Caller,
  ): Promise<z.infer<typeof OwnerTimeline>> {
    if (!(await this.sight.sees(caller, no))) return { entries: [] };
    const facts = await this.dataSource.query<{ entry: Omit<TimelineEntry, 'owner'> }[]>(
      `SELECT jsonb_build_object('at', envelope->'occurredAt', 'type', type, 'actor', envelope->'actor',
         'data', envelope->'data') AS entry
       FROM outbox WHERE key = $1 AND type <> ALL($2) ORDER BY occurred_at, seq`,
      [no, technical],
    );
    return { entries: facts.map(({ entry }) => ({ ...entry, owner: this.config.service })) };
  }
}
