/** Purposes of advisory locks. Locks are shared by a whole database, so each key also names the schema. */
export type LockPurpose = 'migrations' | 'relay' | 'sealer' | 'watchdog' | 'imports';

/** SQL expression for the 64-bit key of a lock of the current schema. */
export function lockKeySql(purpose: LockPurpose): string {
  return `hashtextextended(current_schema() || '/${purpose}', 0)`;
}
