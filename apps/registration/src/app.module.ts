import { Module } from '@nestjs/common';
import { taskQueues } from '@bihuan/contracts';
import { UploadsModule } from '@bihuan/platform/http';
import { ServiceModule } from '@bihuan/platform/service';
import { RegistrationActivitiesProvider } from './activities/registration-activities.ts';
import { CancelImport } from './domain/import/cancel-import.ts';
import { ListImports } from './domain/import/list-imports.ts';
import { StartImport } from './domain/import/start-import.ts';
import { ListHazards } from './domain/list-hazards.ts';
import { RegisterHazard } from './domain/register-hazard.ts';
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
import { Hazard } from './persistence/hazard.entity.ts';
import { HazardStatus } from './persistence/hazard-status.entity.ts';
import { HazardStatuses } from './persistence/hazard-statuses.repository.ts';
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

/** 发现隐患: the ledger. */
@Module({
  imports: [
    ServiceModule.forRoot({
      owner: 'registration',
      entities: [
        Hazard,
        HazardStatus,
        NumberSerial,
        HazardImport,
        ImportError,
        GeneralHazard,
        GeneralHazardCount,
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
  controllers: [ImportFilesController, ImportsController, HazardsController, GeneralHazardsController],
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
