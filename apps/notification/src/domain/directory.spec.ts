import type { Office } from '@bihuan/contracts';
import { expect, it } from '@jest/globals';
import { emailsOf, type Recipient } from './directory.ts';

const office = (person: string, role: Office['role'], email?: string): Office => ({
  code: person,
  person,
  titleZh: person,
  titleEn: person,
  orgCode: 'TY',
  role,
  ...(email === undefined ? {} : { email }),
});
const held = [
  office('one', 'handler', 'one@bihuan.example'),
  office('two', 'handler', 'two@bihuan.example'),
  office('again', 'handler', 'two@bihuan.example'),
  office('silent', 'handler'),
  office('leader', 'leader', 'leader@bihuan.example'),
];

it.each<[string, Recipient, string[]]>([
  [
    'an office: of all who hold it, each once',
    { orgCode: 'TY', role: 'handler', person: null },
    ['one@bihuan.example', 'two@bihuan.example'],
  ],
  ['a person in it: of that one', { orgCode: 'TY', role: 'handler', person: 'one' }, ['one@bihuan.example']],
  ['a person without an address: none', { orgCode: 'TY', role: 'handler', person: 'silent' }, []],
  ['an office that nobody holds: none', { orgCode: 'DT', role: 'handler', person: null }, []],
])('addresses of %s', (_, recipient, emails) => {
  expect(emailsOf(held, recipient)).toEqual(emails);
});
