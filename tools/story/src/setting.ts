import { ApiClient, readCredentials, requiredSetting } from '@bihuan/api-client';
import { toLocalDate } from '@bihuan/process-core';

/** The running product as the story uses it. */
export interface Setting {
  readonly anybody: ApiClient;
  readonly gatewayUrl: string;
  readonly temporalUiUrl: string;
  /** The local mailbox, which shows what was mailed. */
  readonly mailboxUrl: string;
  readonly namespace: string;
  /** Today in business time, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Addresses of the product that runs in this checkout, as `npm run story` passes them on. */
export async function readSetting(): Promise<Setting> {
  const gatewayUrl = requiredSetting('BIHUAN_GATEWAY_URL');
  const credentials = await readCredentials(requiredSetting('BIHUAN_DEMO_ACCOUNTS'));
  const health = await fetch(`${gatewayUrl}/public/health`);
  const { businessTime } = (await health.json()) as { businessTime: string };
  return {
    anybody: new ApiClient(gatewayUrl, credentials, 'office.leader'),
    gatewayUrl,
    temporalUiUrl: requiredSetting('BIHUAN_TEMPORAL_UI'),
    mailboxUrl: requiredSetting('BIHUAN_MAILBOX_URL'),
    namespace: requiredSetting('BIHUAN_TEMPORAL_NAMESPACE'),
    today: toLocalDate(new Date(businessTime)),
  };
}
