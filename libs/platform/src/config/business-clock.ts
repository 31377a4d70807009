/** Business time: the only time facts, clocks, audit and numbers know. */
export abstract class BusinessClock {
  abstract now(): Date;

  /** Business time minus system time, milliseconds: what a loop needs to sleep until an instant. */
  offsetMs(): number {
    return this.now().getTime() - Date.now();
  }
}

/** System time moved by the deployment's one constant offset. */
export class OffsetBusinessClock extends BusinessClock {
  /** @param offset business time minus system time, milliseconds */
  constructor(private readonly offset: number) {
    super();
  }

  override now(): Date {
    return new Date(Date.now() + this.offset);
  }

  override offsetMs(): number {
    return this.offset;
  }
}
