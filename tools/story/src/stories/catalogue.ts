import type { Setting } from '../setting.ts';
import { holidayMoved } from './holiday-moved.ts';
import { onTime } from './on-time.ts';
import { overdue } from './overdue.ts';
import { petition } from './petition.ts';
import { refusedAndRedirected } from './refused-and-redirected.ts';

/** Tells a story by the public API, and holds what the product says against it. @throws OtherThanTold */
export type Story = (setting: Setting) => Promise<void>;

/** By the names under which they are asked for. */
export const stories: ReadonlyMap<string, Story> = new Map<string, Story>([
  ['on-time', onTime],
  ['overdue', overdue],
  ['refused-and-redirected', refusedAndRedirected],
  ['petition', petition],
  ['holiday-moved', holidayMoved],
]);
