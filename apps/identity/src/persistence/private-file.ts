import { readFile, rename, writeFile } from 'node:fs/promises';

/** Text of a file, or null where there is none yet. */
export async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Writes JSON that only its owner may read (0600). Renamed into place, so that a crash leaves the old file or the new one. */
export async function writePrivateJson(path: string, content: unknown): Promise<void> {
  const draft = `${path}.${process.pid}.draft`;
  await writeFile(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, path);
}
