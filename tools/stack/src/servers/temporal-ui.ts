import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cachedDirectory } from '../locate/cache.ts';
import { goBuild } from '../locate/go-build.ts';
import { findVersionOnPath } from '../locate/path-executable.ts';
import { layers, ManagedProcess } from '../process/managed-process.ts';
import { accepts, untilReady } from '../process/ready.ts';
import { machineEnvironment } from '../settings.ts';
import type { ServerKind } from './server.ts';

export interface TemporalUiFiles {
  readonly server: string;
}

export interface TemporalUiPlace {
  readonly directory: string;
  readonly logFile: string;
  readonly port: number;
  readonly temporalAddress: string;
  readonly namespace: string;
}

const version = '2.55.0';
const START_LIMIT_MS = 30_000;

/** For looking only, wherever it runs: repair goes through an audited operations command. */
export const temporalUiSettings = {
  enableUi: true,
  disableWriteActions: true,
  disableNewsFetch: true,
  notifyOnNewVersion: false,
};

/** JSON, which is YAML as well; bound to loopback. */
function configuration(place: TemporalUiPlace): string {
  const { temporalAddress, port, namespace } = place;
  const own = { temporalGrpcAddress: temporalAddress, host: '127.0.0.1', port, defaultNamespace: namespace };
  return `${JSON.stringify({ ...own, ...temporalUiSettings }, null, 2)}\n`;
}

export const temporalUi: ServerKind<TemporalUiFiles, TemporalUiPlace> = {
  name: 'Temporal UI',
  version,

  async locate(settings, report) {
    const address = settings.addresses.temporalUi;
    if (address !== undefined) return { from: 'address', address };
    const installed = await findVersionOnPath('temporal-ui-server', /\b2\.55\.0\b/, settings.path);
    if (installed !== undefined) return { from: 'PATH', files: { server: installed } };
    const directory = await cachedDirectory(settings.cacheDirectory, `temporal-ui-${version}`, (building) =>
      goBuild(
        {
          module: 'temporal',
          command: 'github.com/temporalio/ui-server/v2/cmd/server',
          output: join(building, 'temporal-ui-server'),
          purpose: 'to build the Temporal UI',
        },
        report,
      ),
    );
    return { from: 'cache', files: { server: join(directory, 'temporal-ui-server') } };
  },

  async start(files, place, started) {
    const directory = join(place.directory, 'temporal-ui');
    await mkdir(directory, { recursive: true });
    await writeFile(join(directory, 'bihuan.yaml'), configuration(place));
    const child = await ManagedProcess.start({
      name: 'Temporal UI',
      command: files.server,
      args: ['--root', place.directory, '--config', 'temporal-ui', '--env', 'bihuan', 'start'],
      env: machineEnvironment(),
      logFile: place.logFile,
      layer: layers.temporalUi,
    });
    started(child);
    await untilReady(child, () => accepts(place.port), START_LIMIT_MS);
    return { process: child, address: `http://127.0.0.1:${place.port}` };
  },
};
