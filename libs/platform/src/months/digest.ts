/**
 * SQL expressions for a set of lines: how many there are, and the sum of their 64-bit hashes. Equal sets, equal
 * digests, whatever the order; the sum of two sets that share nothing is the digest of both together.
 *
 * @param line SQL expression of a line's text
 */
export function countSql(line: string): string {
  return `count(*)::int AS facts, coalesce(sum(hashtextextended(${line}, 0)::numeric), 0)::text AS digest`;
}
