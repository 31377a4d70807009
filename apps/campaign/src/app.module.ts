import { Module } from '@nestjs/common';
import { ServiceModule } from '@bihuan/platform/service';
import { ChangeDay } from './domain/change-day.ts';
import { ChangePolicy } from './domain/change-policy.ts';
import { CreateCampaign } from './domain/create-campaign.ts';
import { LoadYear } from './domain/load-year.ts';
import { ListReference } from './domain/list-reference.ts';
import { LoadSeed } from './domain/load-seed.ts';
import { ReferenceRegister } from './domain/reference-register.ts';
import { CalendarController } from './http/calendar.controller.ts';
import { CampaignsController } from './http/campaigns.controller.ts';
import { ReferenceController } from './http/reference.controller.ts';
import { migrations } from './persistence/migrations/index.ts';
import { ReferenceMaster } from './persistence/reference-master.entity.ts';
import { ReferenceMasters } from './persistence/reference-masters.repository.ts';
import { SeedRun } from './persistence/seed-run.entity.ts';
import { SeedRuns } from './persistence/seed-runs.repository.ts';
import { SeedAtStart } from './seed-at-start.ts';

/** Campaigns and their policies, and the reference data everybody else keeps a copy of. */
@Module({
  imports: [ServiceModule.forRoot({ owner: 'campaign', entities: [ReferenceMaster, SeedRun], migrations })],
  controllers: [CampaignsController, CalendarController, ReferenceController],
  providers: [
    ReferenceMasters,
    SeedRuns,
    ReferenceRegister,
    LoadSeed,
    SeedAtStart,
    ListReference,
    LoadYear,
    CreateCampaign,
    ChangePolicy,
    ChangeDay,
  ],
})
export class AppModule {}
