export { countSql } from './digest.ts';
