import type { RowOf, RowTable, Work } from '../commands/index.ts';

/** A table with one row a key whose column `facts` holds a fold, and whose other columns follow from it. */
export interface FoldedTable<Facts, Fact, T extends RowTable<'facts'> = RowTable<'facts'>> {
  readonly table: T;
  /** Column of the key. */
  readonly key: keyof T['columns'] & string;
  keyOf(fact: Fact): string;
  /** What is known before the first fact. */
  empty(key: string): Facts;
  evolve(facts: Facts, fact: Fact): Facts;
  /** All columns of the row, from its facts alone. */
  rowOf(key: string, facts: Facts): RowOf<T>;
}

/**
 * Folds facts into the rows of their keys, in the order given, with three statements however many there are.
 *
 * The rows are locked until the work ends, so that facts of several topics do not overwrite each other, and in the
 * order of their keys, so that works with the same keys wait for each other and never in a circle.
 */
export async function foldRows<Facts, Fact, T extends RowTable<'facts'>>(
  work: Work,
  folded: FoldedTable<Facts, Fact, T>,
  facts: readonly Fact[],
): Promise<void> {
  const { name, columns } = folded.table;
  const byKey = Map.groupBy(facts, (fact) => folded.keyOf(fact));
  const keys = [...byKey.keys()];
  const names = Object.keys(columns);
  const recordset = `json_to_recordset($1::json) AS new (${names.map((it) => `${it} ${columns[it as 'facts']}`).join(', ')})`;

  await work.tx.query(
    `INSERT INTO ${name} (${names.join(', ')}) SELECT ${names.join(', ')} FROM ${recordset}
     ORDER BY ${folded.key} ON CONFLICT DO NOTHING`,
    [JSON.stringify(keys.map((key) => folded.rowOf(key, folded.empty(key))))],
  );
  const known = await work.tx.query<{ key: string; facts: Facts }[]>(
    `SELECT ${folded.key} AS key, facts FROM ${name} WHERE ${folded.key} = ANY($1) ORDER BY ${folded.key} FOR UPDATE`,
    [keys],
  );
  const rows = known.map(({ key, facts: before }) =>
    folded.rowOf(
      key,
      (byKey.get(key) ?? []).reduce((state, fact) => folded.evolve(state, fact), before),
    ),
  );
  const changes = names.filter((it) => it !== folded.key).map((it) => `${it} = new.${it}`);
  await work.tx.query(
    `UPDATE ${name} AS row SET ${changes.join(', ')} FROM ${recordset} WHERE row.${folded.key} = new.${folded.key}`,
    [JSON.stringify(rows)],
  );
}
