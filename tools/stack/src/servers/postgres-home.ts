import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { chmod, chown, cp, lstat, mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cachedDirectory } from '../locate/cache.ts';
import type { PostgresFiles } from './postgres.ts';

/** An ordinary account of the machine. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Where Postgres runs from and as whom. */
export interface PostgresHome {
  readonly files: PostgresFiles;
  readonly dataDirectory: string;
  /** Set when the stack runs as root: Postgres refuses to. */
  readonly account: Account | undefined;
}

/** Used when root's own directories are closed to the account that Postgres runs under. */
const outsideHome = '/var/lib/bihuan';

function unprivilegedAccount(): Account {
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      continue;
    }
  }
  throw new Error('PostgreSQL cannot run as root, and this machine has no account "postgres" or "nobody".');
}

/** Whether the account may walk through every directory above a path. */
export function canWalkTo(path: string, { uid, gid }: Account): boolean {
  const parent = dirname(path);
  const { mode, uid: owner, gid: group } = statSync(parent);
  const walk = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
  return (mode & walk) !== 0 && (parent === '/' || canWalkTo(parent, { uid, gid }));
}

/** The same binaries at a place that everybody may walk to. */
async function copiedOutside(files: PostgresFiles, version: string): Promise<PostgresFiles> {
  const installation = join(dirname(files.postgres), '..');
  const copy = await cachedDirectory(outsideHome, `postgres-${version}`, async (directory) => {
    await cp(installation, directory, { recursive: true, verbatimSymlinks: true });
    await chmod(directory, 0o755);
  });
  return { postgres: join(copy, 'bin', 'postgres'), initdb: join(copy, 'bin', 'initdb') };
}

/** A data directory outside, with a link to it where it was wanted. */
async function dataOutside(wanted: string): Promise<string> {
  await mkdir(outsideHome, { recursive: true, mode: 0o755 });
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 16);
  const outside = join(outsideHome, `data-${name}`);
  const linked = await lstat(wanted).catch(() => undefined);
  if (linked === undefined) await symlink(outside, wanted);
  return outside;
}

/**
 * Decides where Postgres runs from and as whom, and makes its data directory.
 *
 * @param dataDirectory where the data is wanted; for root in a closed home it becomes a link to a place outside
 */
export async function preparePostgresHome(
  files: PostgresFiles,
  dataDirectory: string,
  version: string,
): Promise<PostgresHome> {
  if (process.getuid?.() !== 0) {
    await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
    return { files, dataDirectory, account: undefined };
  }
  const account = unprivilegedAccount();
  const home = {
    files: canWalkTo(files.postgres, account) ? files : await copiedOutside(files, version),
    dataDirectory: canWalkTo(dataDirectory, account) ? dataDirectory : await dataOutside(dataDirectory),
    account,
  };
  await mkdir(home.dataDirectory, { recursive: true, mode: 0o700 });
  await chown(home.dataDirectory, account.uid, account.gid);
  return home;
}
