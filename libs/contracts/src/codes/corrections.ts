import type { ErrorCodeEntry } from './entry.ts';

export const correctionCodes = {} as const satisfies Record<string, ErrorCodeEntry>;
