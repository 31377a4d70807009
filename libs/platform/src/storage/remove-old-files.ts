import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Longer than any upload may take: what is younger may belong to another process at work. */
const OLD_MS = 24 * 3_600_000;

/** Removes the files of a directory, not of those below it, that nobody has written to for a day. */
export async function removeOldFiles(directory: string): Promise<void> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(noneIfAbsent);
  for (const entry of entries.filter((found) => found.isFile())) {
    const path = join(directory, entry.name);
    const found = await stat(path).catch(gone);
    if (found && found.mtimeMs < Date.now() - OLD_MS) await rm(path, { force: true });
  }
}

function noneIfAbsent(error: unknown): [] {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
  throw error;
}

/** Another process at work has removed its file meanwhile. */
function gone(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}
