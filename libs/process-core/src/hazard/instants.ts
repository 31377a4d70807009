import type { Span } from './hazard-facts.ts';

/** The earlier of two instants (ISO 8601); null stands for "not yet". */
export function earlier(a: string | null | undefined, b: string): string {
  return a && Date.parse(a) <= Date.parse(b) ? a : b;
}

/** The later of two instants (ISO 8601); null stands for "not yet". */
export function later(a: string | null | undefined, b: string): string {
  return a && Date.parse(a) >= Date.parse(b) ? a : b;
}

/** The span widened so that it holds the instant. */
export function widened(span: Span | null, at: string): Span {
  return { first: earlier(span?.first, at), last: later(span?.last, at) };
}
