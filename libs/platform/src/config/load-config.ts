import type { z } from 'zod';

/** Environment variables by name. */
export type Settings = Readonly<Record<string, string | undefined>>;

/** The process cannot start: every missing or invalid key is named, values are not. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not complete:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

/**
 * Reads a typed object from the environment; an empty value counts as missing.
 *
 * @param schema one property per environment variable, named like it
 * @param settings the environment, or what a test puts in its place
 * @throws ConfigError naming all keys that are missing or invalid
 */
export function loadConfig<S extends z.ZodObject>(schema: S, settings: Settings): z.infer<S> {
  const given = Object.fromEntries(
    Object.entries(settings).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => {
    const key = String(path[0]);
    return key in given ? `${key} is invalid: ${message}` : `${key} is missing`;
  });
  throw new ConfigError([...new Set(problems)]);
}
