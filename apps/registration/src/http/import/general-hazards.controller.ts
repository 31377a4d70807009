import { Controller, Get, Query } from '@nestjs/common';
import { type GeneralHazardFigures, ReadGeneralHazards } from '@bihuan/contracts';
import { Caller, CurrentCaller } from '@bihuan/platform/auth';
import { GeneralHazards } from '../../persistence/import/general-hazards.repository.ts';

/** General hazards over HTTP: figures alone. */
@Controller('general-hazards')
export class GeneralHazardsController {
  constructor(private readonly generalHazards: GeneralHazards) {}

  @Get()
  async figures(
    @Query({ schema: ReadGeneralHazards }) { month }: ReadGeneralHazards,
    @CurrentCaller() caller: Caller,
  ): Promise<GeneralHazardFigures> {
    return { month, cities: await this.generalHazards.figures(caller.scope, month) };
  }
}
