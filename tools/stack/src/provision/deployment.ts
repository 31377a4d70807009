import { readJson, writeJson } from '../json-file.ts';

/** Facts of this deployment that outlive a restart. */
export interface Deployment {
  /** Business time minus system time; constant for the life of the data. */
  readonly businessTimeOffsetMs: number;
  /** Set once the sample ledger has been imported and the months before have been published. */
  readonly sampleLoaded: boolean;
}

/** Monday, the first working day after the holidays in the middle of the 2023 campaign. */
const demonstrationStart = Date.parse('2023-10-09T09:00:00+08:00');

/**
 * Reads the deployment's facts; the first start decides the offset, so that the demonstration begins on
 * 9 October 2023 at 09:00 Asia/Shanghai.
 *
 * @param now system time in milliseconds
 */
export async function loadDeployment(file: string, now: number): Promise<Deployment> {
  const stored = await readJson<Deployment>(file);
  if (stored !== undefined) return stored;
  const made = { businessTimeOffsetMs: demonstrationStart - now, sampleLoaded: false };
  await writeJson(file, made);
  return made;
}

export async function markSampleLoaded(file: string, deployment: Deployment): Promise<void> {
  await writeJson(file, { ...deployment, sampleLoaded: true });
}
