import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { checkout } from '../checkout.ts';
import { objectStoreVersion } from './object-store.ts';

test('the object store of the tests is the one that its go.mod pins', () => {
  const goModule = readFileSync(join(checkout.root, 'tools/stack/object-store/go.mod'), 'utf8');
  expect(goModule).toContain(`github.com/versity/versitygw v${objectStoreVersion} `);
});
