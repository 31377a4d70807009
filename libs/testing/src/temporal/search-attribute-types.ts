import type { searchAttributes } from '@bihuan/contracts/loop';

/** Temporal's numbers of its indexed value types. */
const numbers = { KEYWORD: 2, BOOL: 5, DATETIME: 6 } as const;

/** Search attributes in the form in which a server registers them. */
export function indexedTypes(attributes: typeof searchAttributes): Record<string, number> {
  return Object.fromEntries(Object.entries(attributes).map(([name, type]) => [name, numbers[type]]));
}
