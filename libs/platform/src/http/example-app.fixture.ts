import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { Writable } from 'node:stream';
import { Body, Controller, Get, Logger, Module, Param, Post, Query } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { HazardParams, type InternalClaims } from '@bihuan/contracts';
import { PARAMS_PROVIDER_TOKEN } from 'nestjs-pino';
import { z } from 'zod';
import { AuthModule, Caller, CurrentCaller, Open, signInternalToken } from '../auth/index.ts';
import { ConfigModule, ServiceConfig, SettingsSource } from '../config/index.ts';
import { DomainError } from '../errors/index.ts';
import { logOptions } from '../observability/log-options.ts';
import { ObservabilityModule } from '../observability/index.ts';
import { CommandRequest, furnish, httpAdapter, httpAppOptions } from './index.ts';

const Note = z.strictObject({
  text: z.string().max(10),
  place: z.strictObject({ code: z.string() }).optional(),
});
const Page = z.strictObject({ limit: z.coerce.number().int().max(200).default(50) });

@Controller()
class ExampleController {
  readonly #logger = new Logger(ExampleController.name);

  @Post('hazards/:no/notes')
  note(
    @Param({ schema: HazardParams }) { no }: z.infer<typeof HazardParams>,
    @Body({ schema: Note }) body: z.infer<typeof Note>,
    @CurrentCaller() caller: Caller,
    @CommandRequest() request: CommandRequest,
  ) {
    this.#logger.log('noted');
    return {
      no,
      body,
      actor: caller.actor(),
      language: caller.language,
      request: { ...request, caller: request.caller.person },
    };
  }

  @Get('list')
  list(@Query({ schema: Page }) page: z.infer<typeof Page>) {
    return page;
  }

  @Open()
  @Get('public/open')
  open() {
    return { open: true };
  }

  @Get('broken')
  broken() {
    throw Object.assign(new Error('disk on fire'), {
      parameters: ['credit-code-911'],
      headers: { authorization: 'Bearer x' },
    });
  }

  @Get('away')
  away() {
    throw Object.assign(new Error('connect ECONNREFUSED 10.0.0.5:5432'), { code: 'ECONNREFUSED' });
  }

  @Get('refused')
  refused() {
    throw new DomainError('place.unknown', { pointer: '/place/code', params: { code: '990000' } });
  }
}

@Module({
  imports: [ConfigModule.forRoot(), ObservabilityModule, AuthModule],
  controllers: [ExampleController],
})
class ExampleModule {}

const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { privateJwk: privateKey.export({ format: 'jwk' }), publicJwk: publicKey.export({ format: 'jwk' }) };
};

export interface ExampleApp {
  readonly app: NestFastifyApplication;
  readonly privateJwk: JsonWebKey;
  readonly publicJwk: JsonWebKey;
  /** Lines logged so far, parsed, and as they were written. */
  log(): { lines: Record<string, unknown>[]; text: string };
  token(claims?: Partial<InternalClaims>): Promise<string>;
}

export const exampleClaims: InternalClaims = {
  sub: 'city-140100-handler',
  name: '太原市经办人',
  offices: [
    {
      orgCode: 'GOV-140100',
      orgName: '太原市人民政府',
      level: 'city',
      role: 'handler',
      campaignOffice: false,
    },
  ],
  scope: { all: false, cities: ['140100'], counties: [], fields: [], units: [], orgs: [] },
};

/** A small service with everything a real one has over HTTP, its log kept in memory. */
export async function startExampleApp(): Promise<ExampleApp> {
  const { privateJwk, publicJwk } = pair();
  const written: string[] = [];
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString());
      done();
    },
  });
  const settings = {
    BIHUAN_SERVICE: 'handover',
    PORT: '0',
    INTERNAL_TOKEN_PUBLIC_JWK: JSON.stringify(publicJwk),
  };
  const module = await Test.createTestingModule({ imports: [ExampleModule] })
    .overrideProvider(SettingsSource)
    .useValue({ read: () => settings })
    .overrideProvider(PARAMS_PROVIDER_TOKEN)
    .useFactory({
      inject: [ServiceConfig],
      factory: (config: ServiceConfig) => ({
        pinoHttp: [{ ...logOptions(config), wrapSerializers: false, autoLogging: false }, destination],
        forRoutes: [],
      }),
    })
    .compile();
  const app = furnish(module.createNestApplication<NestFastifyApplication>(httpAdapter(), httpAppOptions));
  await app.listen(0, '127.0.0.1');
  return {
    app,
    privateJwk,
    publicJwk,
    log: () => {
      const text = written.join('');
      return {
        text,
        lines: text
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line) as Record<string, unknown>),
      };
    },
    token: (claims) => signInternalToken({ ...exampleClaims, ...claims }, privateJwk),
  };
}
