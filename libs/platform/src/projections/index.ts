export { type FoldedTable, foldRows } from './fold-rows.ts';
