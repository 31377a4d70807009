import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  ClockKind,
  HandoverStatus,
  HazardKind,
  HazardState,
  MarkName,
  Role,
  RungName,
  Track,
} from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const filesBelow = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => join(folder, file));

const documents = ['README.md', ...filesBelow('docs', '.md')];

/** Text without its examples: what stands in a code block is no reference. */
const prose = (file: string): string => read(file).replace(/^ *```[\s\S]*?^ *```/gm, '');
const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);

/** The anchor that a heading gets: lower case, no marks, hyphens for spaces. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\s-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

/** Why a link of a document leads nowhere; null where it leads somewhere, or outside. */
function broken(document: string, link: string): string | null {
  if (/^[a-z]+:/.test(link)) return null;
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? document : join(dirname(document), path);
  if (!existsSync(join(root, target))) return `${link}: no such file`;
  if (anchor === undefined) return null;
  const anchors = all(prose(target), /^#+ (.+)$/gm).map(anchorOf);
  return anchors.includes(anchor) ? null : `${link}: no such heading`;
}

describe.each(documents)('%s', (document) => {
  it('has no link that leads nowhere', () => {
    const links = all(prose(document), /\]\(([^)\s]+)\)/g);
    expect(links.map((link) => broken(document, link)).filter((why) => why !== null)).toEqual([]);
  });

  it('names no file that is not there', () => {
    const named = all(prose(document), /`((?:apps|libs|workflows|tools|deploy|docs|\.ci)\/[\w./-]+)`/g);
    const built = named.filter((path) => !path.includes('/dist/'));
    expect(built.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe('decisions', () => {
  it('are numbered without a gap and all stand in the list', () => {
    const decisions = filesBelow('docs/adr', '.md')
      .map((file) => file.replace('docs/adr/', ''))
      .filter((file) => file !== 'README.md')
      .sort();
    expect(decisions.map((file) => Number(file.slice(0, 4)))).toEqual(decisions.map((_, i) => i + 1));
    expect(all(read('docs/adr/README.md'), /\]\((\d{4}[^)]+)\)/g)).toEqual(decisions);
  });
});

describe('the glossary', () => {
  const rows = prose('docs/glossary.md')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length > 3);
  const codes = rows.flatMap(([, , inCode = '']) => all(inCode, /`([^`]+)`/g));

  it('names codes that stand in the contracts', () => {
    const contracts = filesBelow('libs/contracts/src', '.ts')
      .filter((file) => !file.endsWith('.spec.ts'))
      .map(read)
      .join('\n');
    const words = new Set(contracts.match(/[\w.]+/g)?.flatMap((word) => [word, ...word.split('.')]));
    expect(codes.filter((code) => !words.has(code))).toEqual([]);
  });

  it('has every state, mark, status, clock, rung, kind and role', () => {
    const needed = [
      ...HazardState,
      ...MarkName,
      ...Track.options,
      ...HandoverStatus.options,
      ...ClockKind.options,
      ...RungName.options,
      ...HazardKind.options,
      ...Role.options,
    ];
    expect(needed.filter((code) => !codes.includes(code))).toEqual([]);
  });
});
