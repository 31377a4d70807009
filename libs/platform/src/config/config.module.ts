import { type DynamicModule, Global, Module, type Type } from '@nestjs/common';
import { z } from 'zod';
import { BusinessClock, OffsetBusinessClock } from './business-clock.ts';
import { loadConfig, type Settings } from './load-config.ts';
import { ServiceConfig } from './service-config.ts';

/** A part of a process's configuration: the class that is injected, with the keys it is made of. */
export interface ConfigPart<V = never> extends Type<object> {
  readonly keys: z.ZodObject;
  new (values: V): object;
}

/** Where the settings come from: the environment of the process. Overridden by tests. */
export abstract class SettingsSource {
  abstract read(): Settings;
}

class EnvironmentSource extends SettingsSource {
  override read(): Settings {
    return process.env;
  }
}

/** All settings of the process, checked together. */
const CHECKED_SETTINGS = Symbol('checked settings');

/** Provides `ServiceConfig`, the parts asked for and `BusinessClock`; all keys are checked at once, at start. */
@Global()
@Module({})
export class ConfigModule {
  static forRoot(...parts: readonly ConfigPart[]): DynamicModule {
    const all: readonly ConfigPart[] = [ServiceConfig, ...parts];
    const schema = z.object(Object.assign({}, ...all.map((part) => part.keys.shape)) as z.ZodRawShape);
    return {
      module: ConfigModule,
      providers: [
        { provide: SettingsSource, useClass: EnvironmentSource },
        {
          provide: CHECKED_SETTINGS,
          useFactory: (source: SettingsSource) => loadConfig(schema, source.read()),
          inject: [SettingsSource],
        },
        ...all.map((Part) => ({
          provide: Part,
          useFactory: (values: never) => new Part(values),
          inject: [CHECKED_SETTINGS],
        })),
        {
          provide: BusinessClock,
          useFactory: (config: ServiceConfig) => new OffsetBusinessClock(config.businessTimeOffsetMs),
          inject: [ServiceConfig],
        },
      ],
      exports: [...all, BusinessClock],
    };
  }
}
