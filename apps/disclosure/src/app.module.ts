import { Module } from '@nestjs/common';
import { taskQueues } from '@bihuan/contracts';
import { ServiceModule } from '@bihuan/platform/service';
import { DisclosureActivitiesProvider } from './activities/disclosure-activities.ts';
import { DraftEdition } from './domain/draft-edition.ts';
import { EditionClocks } from './domain/edition-clocks.ts';
import { FreezeEdition } from './domain/freeze-edition.ts';
import { HearFacts } from './domain/hear-facts.ts';
import { ListEditions } from './domain/list-editions.ts';
import { ListPublications } from './domain/list-publications.ts';
import { PublishDecision } from './domain/publish-decision.ts';
import { PublishEdition } from './domain/publish-edition.ts';
import { RequestEdition } from './domain/request-edition.ts';
import { StrikeOffClocks } from './domain/strike-off-clocks.ts';
import { EditionMonths } from './edition-months.ts';
import { EditionsController } from './http/editions.controller.ts';
import { PublicEditionsController } from './http/public-editions.controller.ts';
import { PublicPublicationsController } from './http/public-publications.controller.ts';
import { PublicationsController } from './http/publications.controller.ts';
import { MaterialFactsConsumer } from './messaging/material-facts.ts';
import { EditionItems } from './persistence/edition-items.repository.ts';
import { EditionMaterials } from './persistence/edition-materials.repository.ts';
import { Editions } from './persistence/editions.repository.ts';
import { entities } from './persistence/entities.ts';
import { MaterialSight } from './persistence/material-sight.ts';
import { migrations } from './persistence/migrations/index.ts';
import { Publications } from './persistence/publications.repository.ts';

/** 信息公开: monthly editions, and what is published by itself. */
@Module({
  imports: [
    ServiceModule.forRoot({
      owner: 'disclosure',
      entities,
      migrations,
      clocks: true,
      objects: true,
      consumer: MaterialFactsConsumer,
      activities: DisclosureActivitiesProvider,
      queue: taskQueues.disclosure,
      sight: MaterialSight,
    }),
  ],
  controllers: [
    EditionsController,
    PublicationsController,
    PublicEditionsController,
    PublicPublicationsController,
  ],
  providers: [
    DisclosureActivitiesProvider,
    DraftEdition,
    EditionClocks,
    EditionItems,
    EditionMaterials,
    EditionMonths,
    Editions,
    FreezeEdition,
    HearFacts,
    ListEditions,
    ListPublications,
    MaterialFactsConsumer,
    MaterialSight,
    PublishDecision,
    PublishEdition,
    Publications,
    RequestEdition,
    StrikeOffClocks,
  ],
})
export class AppModule {}
