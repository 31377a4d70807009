import type { ApiClient } from '@bihuan/api-client';

/** The product as an account of the demonstration uses it. */
export type People = (login: string) => ApiClient;

/** Each account signs in once. */
export function peopleOf(anybody: ApiClient): People {
  const known = new Map<string, ApiClient>();
  return (login) => {
    const client = known.get(login) ?? anybody.as(login);
    known.set(login, client);
    return client;
  };
}
