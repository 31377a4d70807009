import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedDirectory } from '../locate/cache.ts';
import { copyJars } from '../locate/maven.ts';
import { findOnPath } from '../locate/path-executable.ts';
import { java, requireToolchain } from '../locate/toolchain.ts';
import type { Report } from './server.ts';
import type { StackSettings } from '../settings.ts';

const version = '1.35.0';
const command = 'temporal-test-server';
const pom = fileURLToPath(new URL('../../time-skipping/pom.xml', import.meta.url));

/** Jars are found beside the script, wherever the directory was moved to. */
const wrapper = `#!/bin/sh
exec java -Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \\
  -cp "$(dirname "$0")/lib/*" io.temporal.testserver.TestServer "$@"
`;

/**
 * The Temporal test server that skips time. Tests start it themselves, one per test environment;
 * the stack only says where the executable is.
 *
 * @returns path of an executable that takes the port as its argument
 */
export async function locateTimeSkippingServer(settings: StackSettings, report: Report): Promise<string> {
  const installed = findOnPath(command, settings.path);
  if (installed !== undefined) return installed;
  await requireToolchain(java, 'to run the time-skipping Temporal test server');
  const directory = await cachedDirectory(
    settings.cacheDirectory,
    `${command}-${version}`,
    async (building) => {
      const libraries = join(building, 'lib');
      await mkdir(libraries);
      await copyJars(pom, libraries, 'to fetch the time-skipping Temporal test server', report);
      await writeFile(join(building, command), wrapper, { mode: 0o755 });
    },
  );
  return join(directory, command);
}
