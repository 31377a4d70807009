import { ApiProblem, until } from '@bihuan/api-client';

/** A service learns by events what the others did before: a moment later it takes the command. */
export function afterFactsArrived<T>(service: string, command: () => Promise<T>): Promise<T> {
  return onceNoLonger(['hazard.notFound', 'hazard.stateConflict'], `the facts at ${service}`, command);
}

/** Gives a command again as long as it is refused for what its service has not heard of yet. */
export function onceNoLonger<T>(
  codes: readonly string[],
  what: string,
  command: () => Promise<T>,
): Promise<T> {
  return until(what, 60, () =>
    command().catch((error: unknown) => {
      if (error instanceof ApiProblem && codes.includes(error.code)) return undefined;
      throw error;
    }),
  );
}
