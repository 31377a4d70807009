import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { InternalTokenGuard } from './internal-token.guard.ts';

/** Every route of the service asks for the gateway's token. Needs `ConfigModule`. */
@Module({ providers: [{ provide: APP_GUARD, useClass: InternalTokenGuard }] })
export class AuthModule {}
