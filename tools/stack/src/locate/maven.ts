import type { Report } from '../servers/server.ts';
import { run } from '../process/run.ts';
import { java, maven, requireToolchain } from './toolchain.ts';

/**
 * Copies the jars that a small pom of ours names, and all they need, into a directory.
 *
 * @param pom path of the pom.xml
 * @param purpose completes "it is needed …"
 * @throws MissingToolchain when Java or Maven is absent
 */
export async function copyJars(
  pom: string,
  directory: string,
  purpose: string,
  report: Report,
): Promise<void> {
  await requireToolchain(java, purpose);
  await requireToolchain(maven, purpose);
  let seen = 0;
  await run(
    'mvn',
    [
      '-B',
      '-f',
      pom,
      'dependency:copy-dependencies',
      `-DoutputDirectory=${directory}`,
      '-DincludeScope=runtime',
    ],
    {
      onLine: (line) => {
        const name = /(?:Downloaded from \S+: \S*\/|Copying )([\w.-]+\.jar)/.exec(line)?.[1];
        if (name !== undefined) report(`${(seen += 1)} files, ${name}`);
      },
    },
  );
}
