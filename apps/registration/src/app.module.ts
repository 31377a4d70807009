import { Module } from '@nestjs/common';
import { taskQueues } from '@bihuan/contracts';
import { UploadsModule } from '@bihuan/platform/http';
import { ServiceModule } from '@bihuan/platform/service';
import { RegistrationActivitiesProvider } from './activities/registration-activities.ts';
import { AddEvidence } from './domain/evidence/add-evidence.ts';
import { InspectEvidence } from './domain/evidence/inspect-evidence.ts';
import { ListEvidence } from './domain/evidence/list-evidence.ts';
import { PrepareEvidence } from './domain/evidence/prepare-evidence.ts';
import { ChangeableHazards } from './domain/changeable-hazards.ts';
import { ConfirmWithdrawal } from './domain/confirm-withdrawal.ts';
import { CorrectHazard } from './domain/correct-hazard.ts';
import { DecideWithdrawal } from './domain/decide-withdrawal.ts';
import { ListCorrections } from './domain/list-corrections.ts';
import { CancelImport } from './domain/import/cancel-import.ts';
import { ListImports } from './domain/import/list-imports.ts';
import { StartImport } from './domain/import/start-import.ts';
import { ListHazards } from './domain/list-hazards.ts';
import { ReadWithdrawal } from './domain/read-withdrawal.ts';
import { RegisterHazard } from './domain/register-hazard.ts';
import { EvidenceController } from './http/evidence.controller.ts';
import { EvidenceIntake } from './http/evidence-intake.ts';
import { Evidence } from './persistence/evidence.entity.ts';
import { EvidenceRows } from './persistence/evidence.repository.ts';
import { RequestWithdrawal } from './domain/request-withdrawal.ts';
import { CorrectionsController } from './http/corrections.controller.ts';
import { HazardsController } from './http/hazards.controller.ts';
import { GeneralHazardsController } from './http/import/general-hazards.controller.ts';
import { ImportEvents } from './http/import/import-events.ts';
import { ImportFilesController } from './http/import/import-files.controller.ts';
import { ImportsController } from './http/import/imports.controller.ts';
import { BringLedger } from './intake/run/bring-ledger.ts';
import { ImportRunner } from './intake/run/import-runner.ts';
import { PutMajorHazards } from './intake/run/put-major.ts';
import { ReadLedger } from './intake/run/read-ledger.ts';
import { ErrorsWorkbook } from './intake/workbooks/errors-workbook.ts';
import { HazardFactsConsumer } from './messaging/hazard-facts.ts';
import { Corrections } from './persistence/corrections.repository.ts';
import { Hazard } from './persistence/hazard.entity.ts';
import { HazardCorrection } from './persistence/hazard-correction.entity.ts';
import { HazardStatus } from './persistence/hazard-status.entity.ts';
import { HazardStatuses } from './persistence/hazard-statuses.repository.ts';
import { HazardWithdrawal } from './persistence/hazard-withdrawal.entity.ts';
import { HazardPages } from './persistence/hazard-pages.ts';
import { Hazards } from './persistence/hazards.repository.ts';
import { GeneralHazardCount } from './persistence/import/general-hazard-count.entity.ts';
import { GeneralHazard } from './persistence/import/general-hazard.entity.ts';
import { GeneralHazards } from './persistence/import/general-hazards.repository.ts';
import { HazardImport } from './persistence/import/hazard-import.entity.ts';
import { ImportError } from './persistence/import/import-error.entity.ts';
import { ImportErrors } from './persistence/import/import-errors.repository.ts';
import { Imports } from './persistence/import/imports.repository.ts';
import { LedgerSight } from './persistence/ledger-sight.ts';
import { migrations } from './persistence/migrations/index.ts';
import { NumberSerial } from './persistence/number-serial.entity.ts';
import { Serials } from './persistence/serials.repository.ts';
import { Withdrawals } from './persistence/withdrawals.repository.ts';

/** 发现隐患: the ledger. */
@Module({
  imports: [
    ServiceModule.forRoot({
      owner: 'registration',
      entities: [
        Evidence,
        GeneralHazard,
        GeneralHazardCount,
        Hazard,
        HazardCorrection,
        HazardImport,
        HazardStatus,
        HazardWithdrawal,
        ImportError,
        NumberSerial,
      ],
      migrations,
      consumer: HazardFactsConsumer,
      activities: RegistrationActivitiesProvider,
      queue: taskQueues.registration,
      sight: LedgerSight,
      objects: true,
    }),
    UploadsModule,
  ],
  controllers: [
    ImportFilesController,
    ImportsController,
    CorrectionsController,
    EvidenceController,
    HazardsController,
    GeneralHazardsController,
  ],
  providers: [
    AddEvidence,
    EvidenceIntake,
    EvidenceRows,
    InspectEvidence,
    ListEvidence,
    PrepareEvidence,
    ChangeableHazards,
    ConfirmWithdrawal,
    CorrectHazard,
    Corrections,
    DecideWithdrawal,
    LedgerSight,
    ListCorrections,
    ListHazards,
    ReadWithdrawal,
    RequestWithdrawal,
    Withdrawals,
    HazardFactsConsumer,
    HazardPages,
    Hazards,
    HazardStatuses,
    RegisterHazard,
    RegistrationActivitiesProvider,
    Serials,
    BringLedger,
    CancelImport,
    ErrorsWorkbook,
    GeneralHazards,
    ImportErrors,
    ImportEvents,
    ImportRunner,
    Imports,
    ListImports,
    PutMajorHazards,
    ReadLedger,
    StartImport,
  ],
})
export class AppModule {}
