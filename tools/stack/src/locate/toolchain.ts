import { run } from '../process/run.ts';

/** A tool that must be on the machine before a server can be built or fetched. */
export interface Toolchain {
  readonly title: string;
  readonly command: string;
  readonly versionArguments: readonly string[];
  /** Picks the version out of what the tool prints. */
  readonly versionPattern: RegExp;
  /** Lowest version that will do, numbers from major down. */
  readonly atLeast: readonly number[];
  readonly howToGet: string;
}

export const go: Toolchain = {
  title: 'Go',
  command: 'go',
  versionArguments: ['env', 'GOVERSION'],
  versionPattern: /go(\d+(?:\.\d+)*)/,
  // From 1.21 on, Go fetches by itself the newer release that go.mod asks for.
  atLeast: [1, 21],
  howToGet: 'install it from https://go.dev/dl/ or with your package manager (golang)',
};

export const java: Toolchain = {
  title: 'Java',
  command: 'java',
  versionArguments: ['-version'],
  versionPattern: /version "(\d+(?:\.\d+)*)/,
  atLeast: [17],
  howToGet:
    'install a JRE or JDK 17 or later from https://adoptium.net or with your package manager (openjdk-17)',
};

export const maven: Toolchain = {
  title: 'Maven',
  command: 'mvn',
  versionArguments: ['--version'],
  versionPattern: /Apache Maven (\d+(?:\.\d+)*)/,
  atLeast: [3, 6],
  howToGet: 'install it from https://maven.apache.org/download.cgi or with your package manager (maven)',
};

/** Says in one sentence which tool is missing, what it is needed for, how to get it and what else would do. */
export class MissingToolchain extends Error {
  constructor(tool: Toolchain, purpose: string, found: string | undefined) {
    const wanted = `${tool.title} ${tool.atLeast.join('.')} or later`;
    const state = found === undefined ? 'is not on the PATH' : `is needed but ${found} is on the PATH`;
    super(
      `${wanted} ${state}; it is needed ${purpose}: ${tool.howToGet}, ` +
        `or run the whole stack with "docker compose up" instead.`,
    );
    this.name = 'MissingToolchain';
  }
}

/** Compares dotted versions number by number. */
export function reaches(version: string, atLeast: readonly number[]): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, wanted] of atLeast.entries()) {
    const part = parts[index] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}

/**
 * Makes sure that a tool is there in a version that will do.
 *
 * @param purpose completes "it is needed …", e.g. "to build the Temporal Server"
 * @throws MissingToolchain
 */
export async function requireToolchain(tool: Toolchain, purpose: string): Promise<void> {
  const printed = await run(tool.command, tool.versionArguments).catch(() => undefined);
  const version = printed === undefined ? undefined : tool.versionPattern.exec(printed)?.[1];
  if (version === undefined || !reaches(version, tool.atLeast))
    throw new MissingToolchain(tool, purpose, version);
}
