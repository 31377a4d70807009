import { fileURLToPath } from 'node:url';
import { run } from '../process/run.ts';
import type { Report } from '../servers/server.ts';
import { go, requireToolchain } from './toolchain.ts';

/** Our Go modules: each pins, in go.mod and go.sum, every version of the servers that are built from it. */
type GoModule = 'temporal' | 'object-store';

export interface GoCommand {
  readonly module: GoModule;
  /** Package of the command. */
  readonly command: string;
  /** Path of the executable to write. */
  readonly output: string;
  /** Completes "it is needed …". */
  readonly purpose: string;
}

/** Builds run one after the other: two at once would compile what they share twice. */
let previous: Promise<unknown> = Promise.resolve();

/**
 * Builds one command of one of our Go modules.
 *
 * @throws MissingToolchain when Go is absent or too old
 */
export async function goBuild(what: GoCommand, report: Report): Promise<void> {
  await requireToolchain(go, what.purpose);
  const build = previous.then(() => compile(what, report));
  previous = build.catch(() => undefined);
  await build;
}

async function compile({ module, command, output }: GoCommand, report: Report): Promise<void> {
  let seen = 0;
  // -s -w: no symbol tables, which halves the file; -v: names each package once it is compiled.
  await run('go', ['build', '-v', '-mod=readonly', '-ldflags=-s -w', '-o', output, command], {
    cwd: fileURLToPath(new URL(`../../${module}/`, import.meta.url)),
    onLine: (line) => {
      seen += 1;
      report(`${seen} packages, ${line}`);
    },
  });
}
