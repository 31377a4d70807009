import { services } from '@bihuan/contracts';
import { expect, test } from '@jest/globals';
import { serviceDefinitions } from './definitions.ts';

test('every process of the product is started, each once', () => {
  const names = serviceDefinitions.map(({ name }) => name);
  expect(names.toSorted()).toEqual([...services].sort());
});

test('the heaps of all services leave room for native memory within 2 GiB', () => {
  const heaps = serviceDefinitions.reduce((sum, { heapMb }) => sum + heapMb, 0);
  expect(heaps).toBeLessThanOrEqual(1_200);
});
