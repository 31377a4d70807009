import { Injectable } from '@nestjs/common';
import { Coalescer, type TogetherCommand } from './coalescer.ts';
import type { CommandSource } from './command-source.ts';
import { UnitOfWork } from './unit-of-work.ts';

/**
 * Runs commands of one kind that come at the same time in one transaction: as `Commands` does for the caller, at a
 * fraction of the statements and commits. For commands that come in crowds and touch no row of each other.
 */
@Injectable()
export class CoalescedCommands {
  readonly #coalescers = new Map<unknown, unknown>();

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @param kind the use case; the same object every time
   * @returns the answer, plain JSON
   * @throws as `Commands.run`; a refusal of one command never harms those that are written with it
   */
  run<Command, Plan, Answer>(
    request: CommandSource,
    command: Command,
    kind: TogetherCommand<Command, Plan, Answer>,
  ): Promise<Answer> {
    const known = this.#coalescers.get(kind) as Coalescer<Command, Plan, Answer> | undefined;
    const coalescer = known ?? new Coalescer(this.unitOfWork, kind);
    if (!known) this.#coalescers.set(kind, coalescer);
    return coalescer.submit(request, command);
  }
}
