import { createHash } from 'node:crypto';
import { ApiProblem } from '@bihuan/api-client';
import type { Api, Import } from '../product-calls.ts';

type Fields = Readonly<Record<string, string>>;
type State = Import['state'];

const course: readonly State[] = ['received', 'waiting', 'reading', 'applying', 'completed'];

/** A product as far as the first start sees it. */
export class FakeProduct implements Api {
  readonly imports: Import[] = [];
  readonly uploads: { fields: Fields; key: string }[] = [];
  /** What was asked to be published, in order. */
  readonly requested: string[] = [];
  readonly published = new Set<string>();
  /** Imports and months move on one step each time they are looked at; otherwise they are done at the first look. */
  isSlow = false;
  /** How the next import ends instead of being completed. */
  endsAs: State = 'completed';
  /** Whether months are looked at by somebody who may not. */
  isRefusing = false;
  /** Answers until the connection breaks. */
  answers = Infinity;
  private readonly seen = new Set<string>();
  private readonly keys = new Map<string, Import>();

  async upload<T>(path: string, fields: Fields, file: File, key: string): Promise<T> {
    this.answer();
    if (path !== '/hazards/imports') throw new ApiProblem(404, 'route.unknown', path);
    const sha256 = createHash('sha256')
      .update(Buffer.from(await file.arrayBuffer()))
      .digest('hex');
    this.uploads.push({ fields, key });
    const made = this.keys.get(key) ?? this.newImport(sha256);
    this.keys.set(key, made);
    return made as T;
  }

  async post<T>(path: string, body: unknown, key: string): Promise<T> {
    this.answer();
    await Promise.resolve();
    const { campaignCode, month } = body as { campaignCode: string; month: string };
    this.requested.push(`${path} ${campaignCode} ${month} ${key}`);
    return {} as T;
  }

  async get<T>(path: string): Promise<T> {
    this.answer();
    await Promise.resolve();
    if (path === '/hazards/imports?limit=100') return { items: [...this.imports] } as T;
    if (path.startsWith('/hazards/imports/')) return this.movedOn(path.slice(17)) as T;
    return this.monthAt(path) as T;
  }

  private answer(): void {
    if (--this.answers < 0) throw new Error('fetch failed');
  }

  private newImport(sha256: string): Import {
    const id = `import-${this.imports.length}`;
    const made: Import = {
      id,
      state: 'received',
      problem: null,
      sha256,
      rows: { read: 0, bad: 0, inserted: 0 },
    };
    this.imports.push(made);
    return made;
  }

  private movedOn(id: string): Import {
    const index = this.imports.findIndex((one) => one.id === id);
    const before = this.imports[index];
    if (!before) throw new ApiProblem(404, 'import.notFound', id);
    const next = (this.isSlow && course[course.indexOf(before.state) + 1]) || 'completed';
    const state = next === 'completed' ? this.endsAs : next;
    const rows = {
      read: state === 'reading' ? 832 : 1300,
      bad: 0,
      inserted: state === 'applying' ? 500 : 1300,
    };
    const after = {
      ...before,
      state,
      rows,
      ...(state === 'failed' && { problem: { code: 'import.failed', message: '' } }),
    };
    this.imports[index] = after;
    return after;
  }

  private monthAt(path: string): unknown {
    if (this.isRefusing) throw new ApiProblem(403, 'caller.forbidden', path);
    if (path === '/assessments?campaignCode=SX2023')
      return { items: [...this.months('/assessments')].map((month) => this.standing('/assessments', month)) };
    const [month = ''] = path.split('/').slice(-1);
    const standing = this.months('/editions').has(month) && this.standing('/editions', month);
    if (!standing) throw new ApiProblem(404, 'edition.notFound', path);
    return standing;
  }

  /** Months that were asked for. */
  private months(what: string): Set<string> {
    const asked = this.requested.filter((line) => line.startsWith(`${what} `));
    return new Set(asked.map((line) => line.split(' ')[2] ?? ''));
  }

  /** In a slow product it is being made at the first look, and public at the next. */
  private standing(what: string, month: string): { month: string; state: string } {
    const name = `${what} ${month}`;
    const isPublished = !this.isSlow || this.seen.has(name);
    this.seen.add(name);
    if (isPublished) this.published.add(name);
    return { month, state: isPublished ? 'published' : 'requested' };
  }
}
