export { ClockBook, type ClockEnd, type ClockReference } from './clock-book.ts';
export { ClockMetrics } from './clock-metrics.ts';
export { type ClockOwner } from './clock-record.ts';
export { ClockSettings } from './clock-settings.ts';
export { ClockWatchdog } from './clock-watchdog.ts';
export { OwnerClocksController } from './owner-clocks.controller.ts';
export type { ClockRequest, HazardClockRequest, MoveRequest, ObligationRequest } from './plan-clock.ts';
