import { ConfigModule } from '@bihuan/platform/config';
import { ObservabilityModule } from '@bihuan/platform/observability';
import { Module } from '@nestjs/common';
import { IdentityConfig } from './identity-config.ts';
import { SignIn } from './sign-in.ts';

@Module({ imports: [ConfigModule.forRoot(IdentityConfig), ObservabilityModule], providers: [SignIn] })
export class AppModule {}
