import type {
  EntityManager,
  EntityTarget,
  FindOptionsWhere,
  ObjectLiteral,
  QueryDeepPartialEntity,
} from 'typeorm';
import { DomainError } from '../errors/index.ts';

interface Versioned extends ObjectLiteral {
  version: number;
}

/**
 * Changes one row if it still has the version that was read, and raises the version.
 *
 * @param seen key columns and the version that the decision was made on
 * @returns the new version
 * @throws DomainError `concurrency.stale` where somebody changed the row meanwhile, or it is gone
 */
export async function compareAndSet<T extends Versioned>(
  tx: EntityManager,
  entity: EntityTarget<T>,
  seen: FindOptionsWhere<T> & { readonly version: number },
  changes: Omit<QueryDeepPartialEntity<T>, 'version'>,
): Promise<number> {
  const version = seen.version + 1;
  const set = { ...changes, version } as unknown as QueryDeepPartialEntity<T>;
  const outcome = await tx.createQueryBuilder().update(entity).set(set).where(seen).execute();
  if (outcome.affected !== 1) throw new DomainError('concurrency.stale');
  return version;
}
