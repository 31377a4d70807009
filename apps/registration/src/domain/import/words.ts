import { type FoundBy, foundByWords, type HazardKind, kindWords } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';

/** The form in which names are compared: one width, no spaces, one kind of brackets. */
export function normalName(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[〔[【]/g, '(')
    .replace(/[〕\]】]/g, ')')
    .toLowerCase();
}

const kinds = vocabulary<HazardKind>(kindWords, {
  设备设施故障: 'facility_failure',
  设施设备故障: 'facility_failure',
  设施设备缺陷: 'facility_failure',
  违法违规行为: 'illegal_act',
  安全管理缺陷: 'management_deficiency',
});
const ways = vocabulary<FoundBy>(foundByWords, { 自查: 'enterprise', 举报: 'public', 移交: 'transfer' });
const answers = vocabulary<'yes' | 'no'>(
  { yes: '是', no: '否' },
  { 有: 'yes', 无: 'no', '√': 'yes', y: 'yes', n: 'no', true: 'yes', false: 'no' },
);

/** @throws import.word */
export const kindOf = (text: string): HazardKind => meaningOf(kinds, text, Object.values(kindWords));

/** @throws import.word */
export const foundByOf = (text: string): FoundBy => meaningOf(ways, text, Object.values(foundByWords));

/** @throws import.word */
export const yesOrNo = (text: string): boolean => meaningOf(answers, text, ['是', '否']) === 'yes';

/** The usual words of the codes, the codes themselves, and further words. */
function vocabulary<T extends string>(words: Record<T, string>, further: Record<string, T>): Map<string, T> {
  const usual = (Object.entries(words) as [T, string][]).flatMap(([code, word]): [string, T][] => [
    [word, code],
    [code, code],
  ]);
  return new Map([...usual, ...Object.entries(further)].map(([word, code]) => [normalName(word), code]));
}

function meaningOf<T>(words: ReadonlyMap<string, T>, text: string, usual: readonly string[]): T {
  const meaning = words.get(normalName(text));
  if (meaning === undefined)
    throw new DomainError('import.word', { params: { text: text.slice(0, 50), words: usual.join('、') } });
  return meaning;
}
