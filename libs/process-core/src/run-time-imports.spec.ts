import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.includes('__fixtures__'),
);

/** The rules run inside the workflow sandbox: of the contracts they take types, which are gone at run time. */
describe('what the rules import at run time', () => {
  it.each(sources)('%s: nothing but rules', (file) => {
    const imports = readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(
      /^(?:import|export)\b(?! type\b)[^;]*? from '([^']+)'/gm,
    );
    for (const [, from] of imports) expect(from).toMatch(/^\.\.?\//);
  });

  it.each(sources)('%s: no clock and no time zone of the machine', (file) => {
    const text = readFileSync(join(import.meta.dirname, file), 'utf8');
    expect(text).not.toMatch(
      /Date\.now|new Date\(\)|Intl\.|\.get(?:Full|Date|Day|Hours|Month|Minutes)|Math\.random/,
    );
  });
});
