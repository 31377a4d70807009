import type { ReferenceBody, ReferenceItem, ReferenceKind } from '@bihuan/contracts';

/** Reference items in memory, by kind and code, the latest form first. Never changed: a new one takes its place. */
export class ItemIndex {
  readonly #kinds: ReadonlyMap<string, ReadonlyMap<string, readonly ReferenceItem[]>>;
  readonly size: number;

  constructor(items: readonly ReferenceItem[]) {
    this.size = items.length;
    const latestFirst = items.toSorted((a, b) => b.effectiveFrom.localeCompare(a.effectiveFrom));
    const kinds = Map.groupBy(latestFirst, ({ kind }) => kind as string);
    this.#kinds = new Map([...kinds].map(([kind, group]) => [kind, Map.groupBy(group, ({ code }) => code)]));
  }

  /** Whether the code has ever been in use. */
  knows(kind: ReferenceKind, code: string): boolean {
    return this.#kinds.get(kind)?.has(code) ?? false;
  }

  /** The form in force on a day (`YYYY-MM-DD`, Asia/Shanghai). */
  find<K extends ReferenceKind>(kind: K, code: string, day: string): ReferenceBody<K> | undefined {
    return inForce(this.#kinds.get(kind)?.get(code) ?? [], day) as ReferenceBody<K> | undefined;
  }

  /** Everything of a kind that is in force on a day. */
  all<K extends ReferenceKind>(kind: K, day: string): ReferenceBody<K>[] {
    const codes = this.#kinds.get(kind)?.values() ?? [];
    return [...codes].flatMap((forms) => (inForce(forms, day) as ReferenceBody<K> | undefined) ?? []);
  }

  /** Codes of a kind by what `nameOf` says of their forms, of those in force and of others. */
  codesBy<K extends ReferenceKind>(
    kind: K,
    nameOf: (form: ReferenceBody<K>) => string,
  ): Map<string, ReadonlySet<string>> {
    const forms = [...(this.#kinds.get(kind)?.values() ?? [])].flat();
    const named = Map.groupBy(forms, ({ body }) => nameOf(body as ReferenceBody<K>));
    return new Map([...named].map(([name, group]) => [name, new Set(group.map(({ code }) => code))]));
  }

  /** The latest form of every item of a kind, in force or not. */
  latest<K extends ReferenceKind>(kind: K): ReferenceBody<K>[] {
    const codes = this.#kinds.get(kind)?.values() ?? [];
    return [...codes].flatMap(([form]) => (form ? [form.body as ReferenceBody<K>] : []));
  }
}

function inForce(latestFirst: readonly ReferenceItem[], day: string): unknown {
  const form = latestFirst.find(({ effectiveFrom }) => effectiveFrom <= day);
  return form && (form.effectiveTo === null || form.effectiveTo >= day) ? form.body : undefined;
}
