import type { ErrorCodeEntry } from './entry.ts';

export const assessmentCodes = {} as const satisfies Record<string, ErrorCodeEntry>;
