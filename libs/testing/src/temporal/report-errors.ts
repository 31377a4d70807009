import type { TemporalLogLine } from '@bihuan/platform/temporal-runtime';

/** Warnings are part of what tests bring about; an error is worth a line. */
export function reportErrors({ level, message, meta }: TemporalLogLine): void {
  if (level === 'ERROR') process.stderr.write(`${message} ${JSON.stringify(meta)}\n`);
}
