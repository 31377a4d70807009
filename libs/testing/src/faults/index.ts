export { FailAt, KillAt } from './fault-points.ts';
