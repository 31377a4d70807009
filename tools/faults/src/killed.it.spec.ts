import type { RegisteredReply } from '@bihuan/contracts';
import type { FaultPoint } from '@bihuan/platform/messaging';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { gasStation } from './product/hazard.ts';
import { untilListenersHeard } from './product/listeners.ts';
import { handedOver, untilPicture } from './product/picture.ts';
import { Product } from './product/product.ts';
import { listeners, loopParts, type Part } from './product/settings.ts';

describe('a process that is killed', () => {
  let product: Product;

  beforeAll(async () => {
    product = await Product.start({}, [...loopParts, ...listeners]);
  }, 180_000);
  afterAll(() => product.stop(), 60_000);

  /** In the order in which one hazard brings the process there; a service that publishes or consumes nothing of it has no such point. */
  const deaths: [Part, FaultPoint[]][] = [
    ['registration', ['afterCommitBeforePublish', 'afterPublishBeforeMark', 'afterEffectBeforeOffset']],
    ['handover', ['afterCommitBeforePublish', 'afterPublishBeforeMark']],
    ['supervision', ['afterEffectBeforeOffset', 'afterCommitBeforePublish', 'afterPublishBeforeMark']],
    ['workflow-worker', ['afterEffectBeforeOffset']],
    ['notification', ['afterEffectBeforeOffset']],
    ['disclosure', ['afterEffectBeforeOffset']],
    ['assessment', ['afterEffectBeforeOffset']],
  ];

  it.each(deaths)(
    '%s: dies at %j over the same hazard, one after the other; nothing is lost and nothing doubled',
    async (part, [first, ...others]) => {
      await product.restart(part, { killAt: first! });
      const zjt = await product.as('zjt.handler');
      const { hazardNo } = await zjt.post<RegisteredReply>('/hazards', gasStation());

      for (const killAt of others) await product.comeBack(part, { killAt });
      await (await product.comeBack(part)).ready();

      await untilPicture(product, hazardNo, handedOver);
      await untilListenersHeard(product, hazardNo);
    },
    120_000,
  );
});
