import { Module } from '@nestjs/common';
import { TemporalClient } from './temporal-client.ts';

/** Provides `TemporalClient`; the application's `ConfigModule` provides `TemporalConfig`. */
@Module({ providers: [TemporalClient], exports: [TemporalClient] })
export class TemporalModule {}
