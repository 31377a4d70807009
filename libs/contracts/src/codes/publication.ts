import type { ErrorCodeEntry } from './entry.ts';

export const publicationCodes = {} as const satisfies Record<string, ErrorCodeEntry>;
