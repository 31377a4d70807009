import { ConfigModule, DatabaseConfig, KafkaConfig } from '@bihuan/platform/config';
import { ObservabilityModule } from '@bihuan/platform/observability';
import { ReferenceCopyModule } from '@bihuan/platform/service';
import { Module } from '@nestjs/common';
import { GatewayConfig } from './gateway-config.ts';
import { GatewayDoor } from './gateway-door.ts';

/** The one door: sign-in checked, offices resolved, requests sent on, views composed. */
@Module({
  imports: [
    ConfigModule.forRoot(DatabaseConfig, KafkaConfig, GatewayConfig),
    ObservabilityModule,
    ReferenceCopyModule.forRoot('gateway'),
  ],
  providers: [GatewayDoor],
})
export class AppModule {}
