import { Module } from '@nestjs/common';
import { ServiceModule } from '@bihuan/platform/service';
import { MaterialFactsConsumer } from './messaging/material-facts.ts';
import { EditionMaterial } from './persistence/edition-material.entity.ts';
import { EditionMaterials } from './persistence/edition-materials.repository.ts';
import { migrations } from './persistence/migrations/index.ts';

/** 信息公开: the material of monthly editions. */
@Module({
  imports: [
    ServiceModule.forRoot({
      owner: 'disclosure',
      entities: [EditionMaterial],
      migrations,
      consumer: MaterialFactsConsumer,
    }),
  ],
  providers: [EditionMaterials, MaterialFactsConsumer],
})
export class AppModule {}
