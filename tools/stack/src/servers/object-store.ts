import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cachedDirectory } from '../locate/cache.ts';
import { goBuild } from '../locate/go-build.ts';
import { findVersionOnPath } from '../locate/path-executable.ts';
import { layers, ManagedProcess } from '../process/managed-process.ts';
import { freePort } from '../process/ports.ts';
import { accepts, untilReady } from '../process/ready.ts';
import { newPassword } from '../provision/secrets.ts';
import { machineEnvironment, type StackSettings } from '../settings.ts';
import type { Report, Started } from './server.ts';

export const objectStoreVersion = '1.8.0';
const command = 'versitygw';
const START_LIMIT_MS = 30_000;

export interface ObjectStorePlace {
  readonly dataDirectory: string;
  readonly logDirectory: string;
}

/**
 * An S3-compatible server over a directory, for the tests of the object storage. The product itself needs none: it
 * keeps its objects in a directory unless it is told of a store.
 *
 * @returns path of the executable
 */
export async function locateObjectStore(settings: StackSettings, report: Report): Promise<string> {
  const installed = await findVersionOnPath(command, /\b1\.8\.0\b/, settings.path);
  if (installed !== undefined) return installed;
  const directory = await cachedDirectory(
    settings.cacheDirectory,
    `${command}-${objectStoreVersion}`,
    (building) =>
      goBuild(
        {
          module: 'object-store',
          command: 'github.com/versity/versitygw/cmd/versitygw',
          output: join(building, command),
          purpose: 'to build the S3 server of the tests',
        },
        report,
      ),
  );
  return join(directory, command);
}

/** Starts it with keys of its own. @returns its URL, the keys as user and password */
export async function startObjectStore(
  executable: string,
  { dataDirectory, logDirectory }: ObjectStorePlace,
  started: Started,
): Promise<string> {
  const [objects, metadata] = [join(dataDirectory, 'objects'), join(dataDirectory, 'about-objects')];
  await mkdir(objects, { recursive: true });
  await mkdir(metadata, { recursive: true });
  const port = await freePort();
  const [accessKey, secretKey] = ['bihuan-test', newPassword()];
  const child = await ManagedProcess.start({
    name: 'Versity S3 Gateway',
    command: executable,
    // Not every file system keeps extended attributes: they lie in a directory beside.
    args: ['--port', `127.0.0.1:${port}`, '--quiet', 'posix', '--sidecar', metadata, objects],
    env: { ...machineEnvironment(), ROOT_ACCESS_KEY: accessKey, ROOT_SECRET_KEY: secretKey },
    logFile: join(logDirectory, 'object-store.log'),
    layer: layers.objectStore,
  });
  started(child);
  await untilReady(child, () => accepts(port), START_LIMIT_MS);
  return `http://${accessKey}:${encodeURIComponent(secretKey)}@127.0.0.1:${port}`;
}
