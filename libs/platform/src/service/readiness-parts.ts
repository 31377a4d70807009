import type { DataSource } from 'typeorm';
import type { ReferenceBook } from '../reference/index.ts';
import type { ObjectStore } from '../storage/index.ts';
import type { ReadinessPart } from '../observability/index.ts';

export function databaseReady(dataSource: DataSource): ReadinessPart {
  return {
    name: 'database',
    check: async () => {
      await dataSource.query('SELECT 1');
    },
  };
}

export function objectsReady(store: ObjectStore): ReadinessPart {
  return { name: 'objects', check: () => store.check() };
}

export function referenceReady(book: ReferenceBook): ReadinessPart {
  return {
    name: 'reference',
    check: () =>
      book.ready() ? Promise.resolve() : Promise.reject(new Error('The copies are not complete')),
  };
}

/** A part that can say synchronously what keeps it from its work. */
export function ready(name: string, part: { check(): void }): ReadinessPart {
  return {
    name,
    check: () =>
      new Promise((resolve) => {
        part.check();
        resolve();
      }),
  };
}
