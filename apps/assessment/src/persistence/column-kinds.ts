import type { ColumnOptions } from 'typeorm';

/** A text column that may be empty. */
export function optionalText(name: string, comment: string): ColumnOptions {
  return { type: 'text', name, nullable: true, comment };
}

/** An instant in business time, to the millisecond. */
export function instant(name: string, comment: string): ColumnOptions {
  return { type: 'timestamptz', precision: 3, name, comment };
}

/** An instant that may not have come yet. */
export function optionalInstant(name: string, comment: string): ColumnOptions {
  return { ...instant(name, comment), nullable: true };
}
