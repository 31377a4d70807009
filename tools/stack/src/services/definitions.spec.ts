import { services } from '@bihuan/contracts';
import { expect, test } from '@jest/globals';
import { serviceDefinitions } from './definitions.ts';

test('every process of the product is started, each once', () => {
  const names = serviceDefinitions.map(({ name }) => name);
  expect(names.toSorted()).toEqual([...services].sort());
});
