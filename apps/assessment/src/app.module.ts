import { Module } from '@nestjs/common';
import { ServiceModule } from '@bihuan/platform/service';
import { MeasuredFactsConsumer } from './messaging/measured-facts.ts';
import { HazardMeasure } from './persistence/hazard-measure.entity.ts';
import { HazardMeasures } from './persistence/hazard-measures.repository.ts';
import { migrations } from './persistence/migrations/index.ts';

/** 考核通报: what the monthly indicators are counted from. */
@Module({
  imports: [
    ServiceModule.forRoot({
      owner: 'assessment',
      entities: [HazardMeasure],
      migrations,
      consumer: MeasuredFactsConsumer,
    }),
  ],
  providers: [HazardMeasures, MeasuredFactsConsumer],
})
export class AppModule {}
