import type { Imports, ImportTally } from '../../persistence/import/imports.repository.ts';
import { Cancelled } from './cancelled.ts';

const EVERY_MS = 500;

/** Tells how far an import has come, at most twice a second, and hears whether it is to go on. */
export class ImportProgress {
  #toldAt = performance.now();

  constructor(
    private readonly imports: Imports,
    private readonly id: string,
    private readonly stopping: AbortSignal,
  ) {}

  /** @throws Cancelled; the signal's reason where the process stops */
  async tell(tally: ImportTally): Promise<void> {
    this.check();
    if (performance.now() - this.#toldAt < EVERY_MS) return;
    await this.tellNow(tally);
  }

  /** @throws the signal's reason where the process stops */
  check(): void {
    this.stopping.throwIfAborted();
  }

  /** @throws Cancelled */
  async tellNow(tally: ImportTally): Promise<void> {
    this.#toldAt = performance.now();
    if (await this.imports.progress(this.id, tally)) throw new Cancelled();
  }
}
