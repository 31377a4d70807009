import { type FaultPoint, FaultPoints } from '@bihuan/platform/messaging';

/** Fails at a point, some times, then lets pass: what is left undone must be made good without a restart. */
export class FailAt extends FaultPoints {
  /** How often the point was reached. */
  reached = 0;

  constructor(
    private readonly point: FaultPoint,
    private readonly times: number,
  ) {
    super();
  }

  override reach(point: FaultPoint): void {
    if (point !== this.point) return;
    this.reached += 1;
    if (this.reached <= this.times) throw new Error(`Failed at ${point}`);
  }
}

/** Kills the process at a point, as a power cut would. For services that run in a process of their own. */
export class KillAt extends FaultPoints {
  constructor(private readonly point: FaultPoint) {
    super();
  }

  override reach(point: FaultPoint): void {
    if (point === this.point) process.kill(process.pid, 'SIGKILL');
  }
}
