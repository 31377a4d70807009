import { ReadinessPart } from '../observability/index.ts';
import type { TemporalClient } from './temporal-client.ts';

/** Ready while Temporal answers: a worker that polls does not notice at once that the server is gone. */
export class TemporalReadiness extends ReadinessPart {
  override readonly name = 'temporal';

  constructor(private readonly temporal: TemporalClient) {
    super();
  }

  override async check(): Promise<void> {
    await this.temporal.check();
  }
}
