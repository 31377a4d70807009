import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { SchemaPipe } from './schema.pipe.ts';
import { unstorableTexts } from './unstorable-text.ts';

describe('texts that cannot be stored', () => {
  it.each<[string, unknown, string[]]>([
    ['plain text', { a: '隐患 😀' }, []],
    ['U+0000', { place: { address: 'a\u0000b' } }, ['/place/address']],
    ['half a pair', { list: ['ok', '\ud800'] }, ['/list/1']],
    ['names are escaped', { 'a/b': '\u0000' }, ['/a~1b']],
    ['a bare text', '\u0000', ['']],
    ['no text', [1, null, true], []],
  ])('%s', (_what, value, pointers) => {
    expect(unstorableTexts(value)).toEqual(pointers);
  });

  it('are refused with the field they stand in', () => {
    const schema = z.object({ note: z.string() });
    const read = () => new SchemaPipe().transform({ note: 'a\u0000' }, { type: 'body', schema });
    expect(read).toThrow(
      expect.objectContaining({
        code: 'request.invalid',
        fields: [{ pointer: '/note', code: 'field.invalid' }],
      }),
    );
  });
});
