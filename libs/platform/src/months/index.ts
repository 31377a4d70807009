export { closedMonthCount, type CountedRows, type MonthSourceParts } from './closed-month-count.ts';
export { countSql } from './digest.ts';
