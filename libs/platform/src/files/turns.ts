/** Lets one piece of work run at a time, in the order in which they came: memory is that of one. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    // The next one's turn comes whatever became of this one, which answers to its own caller.
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
