import type { Track } from '@bihuan/contracts';

/** 两移交: the two tracks of every hazard. */
export const tracks: readonly Track[] = ['territorial', 'industry'];
