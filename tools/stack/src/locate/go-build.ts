import { fileURLToPath } from 'node:url';
import { run } from '../process/run.ts';
import type { Report } from '../servers/server.ts';
import { go, requireToolchain } from './toolchain.ts';

const moduleDirectory = fileURLToPath(new URL('../../temporal/', import.meta.url));

/** Builds run one after the other: two at once would compile what they share twice. */
let previous: Promise<unknown> = Promise.resolve();

/**
 * Builds one command of the Go module in `temporal/`, whose go.mod and go.sum pin every version.
 *
 * @param output path of the executable to write
 * @param purpose completes "it is needed …"
 * @throws MissingToolchain when Go is absent or too old
 */
export async function goBuild(
  command: string,
  output: string,
  purpose: string,
  report: Report,
): Promise<void> {
  await requireToolchain(go, purpose);
  const build = previous.then(() => compile(command, output, report));
  previous = build.catch(() => undefined);
  await build;
}

async function compile(command: string, output: string, report: Report): Promise<void> {
  let seen = 0;
  // -s -w: no symbol tables, which halves the file; -v: names each package once it is compiled.
  await run('go', ['build', '-v', '-mod=readonly', '-ldflags=-s -w', '-o', output, command], {
    cwd: moduleDirectory,
    onLine: (line) => {
      seen += 1;
      report(`${seen} packages, ${line}`);
    },
  });
}
