import type { Clause, ReferenceBody, ReferenceItem, ReferenceKind } from '@bihuan/contracts';

/** Reference items in memory, by kind and code, the latest form first. Never changed: a new one takes its place. */
export class ItemIndex {
  readonly #kinds: ReadonlyMap<string, ReadonlyMap<string, readonly ReferenceItem[]>>;
  /** Codes of clauses by standard and clause number: a code says nothing of the number. */
  readonly #clauses: ReadonlyMap<string, readonly string[]>;
  readonly size: number;

  constructor(items: readonly ReferenceItem[]) {
    this.size = items.length;
    const latestFirst = items.toSorted((a, b) => b.effectiveFrom.localeCompare(a.effectiveFrom));
    const kinds = Map.groupBy(latestFirst, ({ kind }) => kind as string);
    this.#kinds = new Map([...kinds].map(([kind, group]) => [kind, Map.groupBy(group, ({ code }) => code)]));
    const byNumber = Map.groupBy(kinds.get('clause') ?? [], ({ body }) => clauseKey(body as Clause));
    this.#clauses = new Map([...byNumber].map(([key, forms]) => [key, forms.map(({ code }) => code)]));
  }

  /** Whether the code has ever been in use. */
  knows(kind: ReferenceKind, code: string): boolean {
    return this.#kinds.get(kind)?.has(code) ?? false;
  }

  /** The form in force on a day (`YYYY-MM-DD`, Asia/Shanghai). */
  find<K extends ReferenceKind>(kind: K, code: string, day: string): ReferenceBody<K> | undefined {
    return inForce(this.#kinds.get(kind)?.get(code) ?? [], day) as ReferenceBody<K> | undefined;
  }

  /** The clause of a standard that bears the number on a day. */
  findClause(standardCode: string, clauseNo: string, day: string): Clause | undefined {
    const key = clauseKey({ standardCode, clauseNo });
    for (const code of this.#clauses.get(key) ?? []) {
      const clause = this.find('clause', code, day);
      if (clause && clauseKey(clause) === key) return clause;
    }
    return undefined;
  }

  /** Everything of a kind that is in force on a day. */
  all<K extends ReferenceKind>(kind: K, day: string): ReferenceBody<K>[] {
    const codes = this.#kinds.get(kind)?.values() ?? [];
    return [...codes].flatMap((forms) => (inForce(forms, day) as ReferenceBody<K> | undefined) ?? []);
  }

  /** The latest form of every item of a kind, in force or not. */
  latest<K extends ReferenceKind>(kind: K): ReferenceBody<K>[] {
    const codes = this.#kinds.get(kind)?.values() ?? [];
    return [...codes].flatMap(([form]) => (form ? [form.body as ReferenceBody<K>] : []));
  }
}

function clauseKey({ standardCode, clauseNo }: Pick<Clause, 'standardCode' | 'clauseNo'>): string {
  return `${standardCode}/${clauseNo}`;
}

function inForce(latestFirst: readonly ReferenceItem[], day: string): unknown {
  const form = latestFirst.find(({ effectiveFrom }) => effectiveFrom <= day);
  return form && (form.effectiveTo === null || form.effectiveTo >= day) ? form.body : undefined;
}
