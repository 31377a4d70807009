import { Module } from '@nestjs/common';
import { taskQueues } from '@bihuan/contracts';
import { ServiceModule } from '@bihuan/platform/service';
import { RegistrationActivitiesProvider } from './activities/registration-activities.ts';
import { ListHazards } from './domain/list-hazards.ts';
import { RegisterHazard } from './domain/register-hazard.ts';
import { HazardsController } from './http/hazards.controller.ts';
import { HazardFactsConsumer } from './messaging/hazard-facts.ts';
import { Hazard } from './persistence/hazard.entity.ts';
import { HazardStatus } from './persistence/hazard-status.entity.ts';
import { HazardStatuses } from './persistence/hazard-statuses.repository.ts';
import { HazardPages } from './persistence/hazard-pages.ts';
import { Hazards } from './persistence/hazards.repository.ts';
import { LedgerSight } from './persistence/ledger-sight.ts';
import { migrations } from './persistence/migrations/index.ts';
import { NumberSerial } from './persistence/number-serial.entity.ts';
import { Serials } from './persistence/serials.repository.ts';

/** 发现隐患: the ledger. */
@Module({
  imports: [
    ServiceModule.forRoot({
      owner: 'registration',
      entities: [Hazard, HazardStatus, NumberSerial],
      migrations,
      consumer: HazardFactsConsumer,
      activities: RegistrationActivitiesProvider,
      queue: taskQueues.registration,
      sight: LedgerSight,
    }),
  ],
  controllers: [HazardsController],
  providers: [
    LedgerSight,
    ListHazards,
    HazardFactsConsumer,
    HazardPages,
    Hazards,
    HazardStatuses,
    RegisterHazard,
    RegistrationActivitiesProvider,
    Serials,
  ],
})
export class AppModule {}
