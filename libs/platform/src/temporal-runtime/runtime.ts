import { DefaultLogger, type LogLevel, makeTelemetryFilterString, Runtime } from '@temporalio/worker';

export interface TemporalLogLine {
  readonly level: LogLevel;
  readonly message: string;
  readonly meta: Readonly<Record<string, unknown>>;
}

let installed = false;

/**
 * Prepares Temporal's native runtime, of which a process has one: warnings and errors go to `write`, and signals are
 * left to the application, which shuts its parts down in order. Later calls change nothing.
 */
export function installTemporalRuntime(write: (line: TemporalLogLine) => void): void {
  if (installed) return;
  installed = true;
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('WARN', ({ level, message, meta }) => {
      write({ level, message, meta: meta ?? {} });
    }),
    telemetryOptions: {
      logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }) },
    },
  });
}
