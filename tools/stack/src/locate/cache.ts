import { randomBytes } from 'node:crypto';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/**
 * A directory of the cache, made once and shared by every checkout on the machine.
 * It is filled under another name and renamed when complete, so that an interrupted or concurrent
 * build never leaves a half-filled directory under the final name.
 *
 * @param root cache directory, created when absent
 * @param name `<part>-<version>`
 * @param fill writes the contents into the directory it is given
 * @returns path of the complete directory
 */
export async function cachedDirectory(
  root: string,
  name: string,
  fill: (directory: string) => Promise<void>,
): Promise<string> {
  const final = join(root, name);
  if (await exists(final)) return final;
  const building = join(root, `.${name}.${process.pid}.${randomBytes(4).toString('hex')}`);
  await mkdir(building, { recursive: true });
  try {
    await fill(building);
    await rename(building, final);
  } catch (error) {
    await rm(building, { recursive: true, force: true });
    // Somebody else finished the same directory first: theirs is as good as ours.
    if (await exists(final)) return final;
    throw error;
  }
  return final;
}
