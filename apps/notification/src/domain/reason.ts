import type { RungRecipient } from '@bihuan/contracts';

/**
 * Why an office is told: by its place in the ladder; because the matter is addressed to it, waits for its decision, or
 * concerns it; or because it was told before of what is now taken back.
 */
export type Reason = RungRecipient | 'addressed' | 'decides' | 'concerned' | 'toldBefore';
