import type { ErrorCodeEntry } from './entry.ts';

export const importCodes = {} as const satisfies Record<string, ErrorCodeEntry>;
