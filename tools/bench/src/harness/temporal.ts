import { Client, Connection } from '@temporalio/client';
import type { BenchStack } from '../stack.ts';

/** A client of the stack's Temporal. */
export async function withTemporal<T>(
  { addresses, namespace }: BenchStack,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const connection = await Connection.connect({ address: addresses.temporal });
  try {
    return await work(new Client({ connection, namespace }));
  } finally {
    await connection.close();
  }
}
