import { readFile } from 'node:fs/promises';
import { ApiClient, readCredentials } from '@bihuan/api-client';
import { toLocalDate } from '@bihuan/process-core';

/** The running product as the story uses it. */
export interface Setting {
  readonly anybody: ApiClient;
  readonly gatewayUrl: string;
  readonly temporalUiUrl: string;
  readonly today: string;
}

interface StackFile {
  readonly addresses: { readonly gateway: string; readonly temporalUi: string };
}

/** Addresses of the product that runs in this checkout; says so when none does. */
export async function readStory(): Promise<Setting> {
  const root = new URL('../../../.bihuan/', import.meta.url);
  const stack = await readFile(new URL('stack.json', root), 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new Error('nothing is running here: npm start first');
    throw error;
  });
  const { addresses } = JSON.parse(stack) as StackFile;
  const health = await fetch(`${addresses.gateway}/public/health`);
  const { businessTime } = (await health.json()) as { businessTime: string };
  const credentials = await readCredentials(new URL('demo-accounts.json', root).pathname);
  return {
    anybody: new ApiClient(addresses.gateway, credentials, 'office.leader'),
    gatewayUrl: addresses.gateway,
    temporalUiUrl: addresses.temporalUi,
    today: toLocalDate(new Date(businessTime)),
  };
}
