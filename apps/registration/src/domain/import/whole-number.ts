import { DomainError } from '@bihuan/platform/errors';

/** A count as people write it: `12`, `1,200`, `12.0`. @throws import.number outside 0 to `most` */
export function wholeNumber(text: string, most: number): number {
  const plain = text.normalize('NFKC').replace(/,(?=\d{3}(?:\D|$))/g, '');
  const number = /^\d{1,9}(?:\.0+)?$/.test(plain) ? Number(plain) : NaN;
  if (!(number <= most))
    throw new DomainError('import.number', { params: { text: text.slice(0, 50), most } });
  return number;
}
