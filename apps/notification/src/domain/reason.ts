import type { RungRecipient } from '@bihuan/contracts';

/**
 * Why an office is told: by its place in the ladder; because the matter is addressed to it, waits for its decision, or
 * concerns it; as a side of a warning interview; with a copy; or because it was told before of what is now taken back.
 */
export type Reason =
  | RungRecipient
  | 'addressed'
  | 'copied'
  | 'decides'
  | 'concerned'
  | 'interviewee'
  | 'interviewer'
  | 'toldBefore';
