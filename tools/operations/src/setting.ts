import { ApiClient, readCredentials } from '@bihuan/api-client';
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
  const credentials = await readCredentials(required('BIHUAN_DEMO_ACCOUNTS'));
  const connection = await Connection.connect({ address: required('BIHUAN_TEMPORAL_ADDRESS') });
  const client = new Client({ connection, namespace: required('BIHUAN_TEMPORAL_NAMESPACE') });
  return {
    api: new ApiClient(required('BIHUAN_GATEWAY_URL'), credentials, LOGIN),
    loops: new Loops(client.workflow),
    close: () => connection.close(),
  };
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this by its npm command, with the product running`);
  return value;
}
