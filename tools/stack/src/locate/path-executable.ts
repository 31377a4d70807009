import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../process/run.ts';

/** The full path of a command on the PATH, if there is one. */
export function findOnPath(command: string, path: string): string | undefined {
  for (const directory of path.split(delimiter).filter(Boolean)) {
    const candidate = join(directory, command);
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      continue;
    }
  }
  return undefined;
}

/**
 * A command on the PATH whose `--version` prints the version wanted; another version counts as absent.
 *
 * @param version text that the printed version must contain as a whole word
 */
export async function findVersionOnPath(
  command: string,
  version: RegExp,
  path: string,
): Promise<string | undefined> {
  const found = findOnPath(command, path);
  if (found === undefined) return undefined;
  const printed = await run(found, ['--version']).catch(() => '');
  return version.test(printed) ? found : undefined;
}
