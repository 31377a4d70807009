import { ApiClient, readCredentials, requiredSetting } from '@bihuan/api-client';
import { Client, Connection } from '@temporalio/client';
import { Loops } from './loops.ts';

/** Account of the operator's scripts. */
const LOGIN = 'operations.system';

/** A running product, as repair uses it: its public API, and Temporal. */
export interface Setting {
  readonly api: ApiClient;
  readonly loops: Loops;
  close(): Promise<void>;
}

/** The product whose addresses are in the environment, where `npm run …` puts those of this checkout. */
export async function openSetting(): Promise<Setting> {
  const credentials = await readCredentials(requiredSetting('BIHUAN_DEMO_ACCOUNTS'));
  const connection = await Connection.connect({ address: requiredSetting('BIHUAN_TEMPORAL_ADDRESS') });
  const client = new Client({ connection, namespace: requiredSetting('BIHUAN_TEMPORAL_NAMESPACE') });
  return {
    api: new ApiClient(requiredSetting('BIHUAN_GATEWAY_URL'), credentials, LOGIN),
    loops: new Loops(client.workflow),
    close: () => connection.close(),
  };
}
