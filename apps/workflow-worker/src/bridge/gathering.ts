import { setImmediate as nextTurn } from 'node:timers/promises';
import { joined, type News } from './news.ts';

/** News that may still be joined by others. */
interface Open<Outcome> {
  news: News;
  readonly told: PromiseWithResolvers<Outcome>;
}

/**
 * Joins news for one workflow that come from several topics at the same time: they are told at once, and wake it once.
 * Whoever brings news waits until they have been told, so that news of one topic stay in order.
 */
export class Gathering<Outcome> {
  readonly #open = new Map<string, Open<Outcome>>();

  /**
   * @param turn lets so many be told at a time
   * @param most facts that are told at once
   */
  constructor(
    private readonly turn: (tell: () => Promise<Outcome>) => Promise<Outcome>,
    private readonly tellNow: (news: News) => Promise<Outcome>,
    private readonly most: number,
  ) {}

  tell(news: News): Promise<Outcome> {
    const open = this.#open.get(news.recipient);
    if (open && open.news.facts.length + news.facts.length <= this.most) {
      open.news = joined(open.news, news);
      return open.told.promise;
    }
    const fresh: Open<Outcome> = { news, told: Promise.withResolvers() };
    this.#open.set(news.recipient, fresh);
    this.tellInTurn(fresh).then(fresh.told.resolve, fresh.told.reject);
    return fresh.told.promise;
  }

  private async tellInTurn(open: Open<Outcome>): Promise<Outcome> {
    // What one answer of the broker brings for several topics arrives in the same turn of the event loop.
    await nextTurn();
    return this.turn(() => {
      const { recipient } = open.news;
      if (this.#open.get(recipient) === open) this.#open.delete(recipient);
      return this.tellNow(open.news);
    });
  }
}
