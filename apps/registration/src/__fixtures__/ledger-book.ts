import { ReferenceBook } from '@bihuan/platform/reference';
import { referenceItem } from '@bihuan/testing/reference';
import { ledgerReference } from './ledger-world.ts';

/** The reference data of the ledger's tests in memory, complete. */
export function ledgerBook(): ReferenceBook {
  const items = ledgerReference();
  const book = new ReferenceBook();
  book.replace([...items, referenceItem('manifest', 'all', { code: 'all', items: items.length })]);
  return book;
}
