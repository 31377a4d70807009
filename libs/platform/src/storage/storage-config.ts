import { z } from 'zod';
import { ConfigError } from '../config/index.ts';

const s3Keys = {
  OBJECTS_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  OBJECTS_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
    .optional(),
  OBJECTS_S3_ACCESS_KEY: z.string().optional(),
  OBJECTS_S3_SECRET_KEY: z.string().optional(),
};

const keys = z.object({
  OBJECTS_DIRECTORY: z.string(),
  ...s3Keys,
  OBJECTS_S3_REGION: z.string().default('us-east-1'),
});

/** An S3-compatible store, addressed by path: `<endpoint>/<bucket>/<key>`. */
export interface S3Settings {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

/** Where the service keeps its objects. */
export class StorageConfig {
  static readonly keys = keys;

  /** Directory of the local store; with an S3-compatible store, of what is on its way there. */
  readonly directory;
  /** Null: objects are kept in the directory. */
  readonly s3: S3Settings | null;

  /** @throws ConfigError where an S3-compatible store is described in part */
  constructor(values: z.infer<typeof keys>) {
    this.directory = values.OBJECTS_DIRECTORY;
    this.s3 = s3Of(values);
  }
}

function s3Of(values: z.infer<typeof keys>): S3Settings | null {
  const names = Object.keys(s3Keys) as (keyof typeof s3Keys)[];
  const missing = names.filter((name) => values[name] === undefined);
  if (missing.length === names.length) return null;
  if (missing.length > 0) throw new ConfigError(missing.map((name) => `${name} is missing`));
  const told = values as Record<keyof typeof s3Keys, string>;
  return {
    endpoint: told.OBJECTS_S3_ENDPOINT.replace(/\/+$/, ''),
    bucket: told.OBJECTS_S3_BUCKET,
    region: values.OBJECTS_S3_REGION,
    accessKey: told.OBJECTS_S3_ACCESS_KEY,
    secretKey: told.OBJECTS_S3_SECRET_KEY,
  };
}
