import { z } from 'zod';
import { HazardNo } from '../ids.ts';

/** Facts of these hazards are published again, with the same message ids; consumers know them already. */
export const ReEmit = z.strictObject({ hazardNos: z.array(HazardNo).min(1).max(500) });
export const ReEmitReply = z.strictObject({ messages: z.int() });
/** Messages of all owners together; an owner that did not answer is named. */
export const ReEmitAllReply = z.strictObject({ messages: z.int(), unavailable: z.array(z.string()) });

export const Requeue = z.strictObject({ messageIds: z.array(z.uuid()).min(1).max(500) });
