import { serviceActor, type UnitOfWork } from '../../commands/index.ts';
import type { FactConsumer } from './fact-consumer.ts';
import type { Facts } from './together.ts';

/**
 * Lets a consumer handle facts, in their order and in one transaction with the inbox: those that it has not handled
 * before, each once.
 */
export async function handleFresh(
  consumer: FactConsumer,
  { service, unitOfWork }: { readonly service: string; readonly unitOfWork: UnitOfWork },
  facts: Facts,
): Promise<void> {
  const [{ id: causationId, correlationId }] = facts;
  const origin = { actor: serviceActor(service), correlationId, causationId };
  await unitOfWork.run(origin, async (work) => {
    // In the order of ids: two holders of a partition that overlap for a moment wait for each other, and no more.
    const rows = await work.tx.query<{ message_id: string }[]>(
      `INSERT INTO inbox (consumer, message_id) SELECT $1, id FROM unnest($2::uuid[]) AS id ORDER BY id
       ON CONFLICT DO NOTHING RETURNING message_id`,
      [consumer.name, facts.map(({ id }) => id)],
    );
    const unheard = new Set(rows.map(({ message_id }) => message_id));
    const fresh = facts.filter(({ id }) => unheard.delete(id.toLowerCase()));
    if (fresh.length > 0) await consumer.handleAll(work, fresh);
  });
}
