export { ManualBusinessClock } from './manual-business-clock.ts';
