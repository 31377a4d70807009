import type { HazardDetail, RegisteredReply } from '@bihuan/contracts';
import { type BreakableProxy, eventually } from '@bihuan/testing/temporal';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gasStation } from './product/hazard.ts';
import { handedOver, untilPicture } from './product/picture.ts';
import { Product } from './product/product.ts';

const keys = ['first', 'second', 'third'];

describe('while a server is away', () => {
  let product: Product;

  beforeAll(async () => {
    product = await Product.start();
  }, 120_000);
  afterAll(() => product.stop(), 60_000);

  const outages: [string, () => BreakableProxy, string][] = [
    ['Kafka', () => product.servers.toKafka, 'bridge'],
    ['Temporal', () => product.servers.toTemporal, 'temporal'],
  ];

  it.each(outages)(
    '%s: hazards are registered, once each, and all go round the loop when it is back',
    async (name, server, felt) => {
      const zjt = await product.as('zjt.handler');
      const register = (key: string) =>
        zjt.post<RegisteredReply>(
          '/hazards',
          gasStation({ description: `${name}: ${key}` }),
          `${name}-${key}`,
        );

      await server().cut();
      await eventually(
        () => product.notReady('workflow-worker'),
        (parts) => parts.includes(felt),
        30_000,
      );
      const registered = await Promise.all(keys.map(register));
      const [again, read] = await Promise.all([
        register('first'),
        zjt.get<HazardDetail>(`/hazards/${registered[0]!.hazardNo}`),
      ]);
      const dispatched = await product.rows('handover', 'SELECT FROM handover WHERE hazard_no = ANY($1)', [
        registered.map(({ hazardNo }) => hazardNo),
      ]);
      await server().mend();

      expect(again).toEqual(registered[0]);
      expect([read.state, dispatched]).toEqual(['registered', []]);
      expect(new Set(registered.map(({ hazardNo }) => hazardNo)).size).toBe(keys.length);
      for (const { hazardNo } of registered) await untilPicture(product, hazardNo, handedOver);
    },
    90_000,
  );
});
