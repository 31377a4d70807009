import { Module } from '@nestjs/common';
import { taskQueues } from '@bihuan/contracts';
import { UploadsModule } from '@bihuan/platform/http';
import { ServiceModule } from '@bihuan/platform/service';
import { RegistrationActivitiesProvider } from './activities/registration-activities.ts';
import { AddEvidence } from './domain/evidence/add-evidence.ts';
import { InspectEvidence } from './domain/evidence/inspect-evidence.ts';
import { ListEvidence } from './domain/evidence/list-evidence.ts';
import { PrepareEvidence } from './domain/evidence/prepare-evidence.ts';
import { ListHazards } from './domain/list-hazards.ts';
import { RegisterHazard } from './domain/register-hazard.ts';
import { EvidenceController } from './http/evidence.controller.ts';
import { EvidenceIntake } from './http/evidence-intake.ts';
import { HazardsController } from './http/hazards.controller.ts';
import { HazardFactsConsumer } from './messaging/hazard-facts.ts';
import { Evidence } from './persistence/evidence.entity.ts';
import { EvidenceRows } from './persistence/evidence.repository.ts';
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
      entities: [Evidence, Hazard, HazardStatus, NumberSerial],
      migrations,
      consumer: HazardFactsConsumer,
      activities: RegistrationActivitiesProvider,
      queue: taskQueues.registration,
      sight: LedgerSight,
      objects: true,
    }),
    UploadsModule,
  ],
  controllers: [EvidenceController, HazardsController],
  providers: [
    AddEvidence,
    EvidenceIntake,
    EvidenceRows,
    InspectEvidence,
    ListEvidence,
    PrepareEvidence,
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
