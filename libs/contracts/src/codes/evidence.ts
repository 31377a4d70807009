import type { ErrorCodeEntry } from './entry.ts';

export const evidenceCodes = {} as const satisfies Record<string, ErrorCodeEntry>;
