import { installTemporalRuntime, type TemporalLogLine } from '@bihuan/platform/temporal-runtime';

/** Temporal's runtime with errors alone in the output: warnings are part of what tests bring about. */
export function quietRuntime(): void {
  installTemporalRuntime(reportErrors);
}

function reportErrors({ level, message, meta }: TemporalLogLine): void {
  if (level === 'ERROR') process.stderr.write(`${message} ${JSON.stringify(meta)}\n`);
}
