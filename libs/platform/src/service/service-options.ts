import type { Owner } from '@bihuan/contracts';
import type { Type } from '@nestjs/common';
import type { ConfigPart } from '../config/index.ts';
import type { HazardSight } from '../commands/index.ts';
import type { FactConsumer } from '../messaging/index.ts';
import type { ActivityProvider } from '../temporal/index.ts';
import type { CopyOptions } from './copy-providers.ts';
import type { RunningPart } from './running-part.ts';

/** What a service is made of. Consumer, activities, sight and parts are classes among the application's own providers. */
export interface ServiceOptions extends CopyOptions {
  readonly owner: Owner;
  readonly consumer?: Type<FactConsumer>;
  /** With `queue`: what workflows ask of the service. */
  readonly activities?: ActivityProvider;
  readonly queue?: string;
  /** Whether it owns clocks. */
  readonly clocks?: boolean;
  /** Whether it keeps objects (files) beside its database. */
  readonly objects?: boolean;
  /** What it is told by its environment besides. */
  readonly config?: readonly ConfigPart[];
  /** What runs beside its requests, besides: stopped when the consumer makes no more work. */
  readonly parts?: readonly Type<RunningPart>[];
  /** Who may read a hazard's timeline and clocks here; left out: only who may see everything. */
  readonly sight?: Type<HazardSight>;
}
