export { CopySettings, ReferenceCopy } from './reference-copy.ts';
export { ReferenceBook } from './reference-book.ts';
export { ReferenceStore } from './reference-store.ts';
