import type { ClockDecision } from '@bihuan/contracts';
import { referenceItem } from '@bihuan/testing/reference';
import { DomainError } from '../../errors/index.ts';
import type { ClockRow } from '../../persistence/index.ts';
import { clockColumns, clockId } from '../clock-record.ts';
import type { ClockWorld } from '../clock-world.fixture.ts';
import { Reprojections } from '../reprojection/reprojections.ts';
import { instantOf, type Minute, storedYear } from './plain-calendar.fixture.ts';
import { causeOf, standing } from './planned-clocks.fixture.ts';
import {
  namedDue,
  type PolicyVersion,
  scriptedCampaign,
  scriptedPolicy,
  type ScriptedKind,
} from './policies.fixture.ts';
import type { Ledger, ScriptedClocks } from './script.fixture.ts';

const hazardNo = 'SX2023-140105-GAS-202310-000017';
const idOf = (kind: ScriptedKind) => clockId('supervision', kind, hazardNo);

/** The clocks as supervision keeps them: the book and its rows in PostgreSQL. */
export class KeptClocks implements ScriptedClocks {
  readonly #reprojections: Reprojections;
  #calendarVersion = 1;

  constructor(private readonly world: ClockWorld) {
    this.#reprojections = new Reprojections(world.dataSource, world.reference, world.time);
  }

  at(now: Date): void {
    this.world.time.advanceTo(now.toISOString());
  }

  calendar(exceptions: ReadonlySet<number>): void {
    this.#calendarVersion += 1;
    const year = storedYear(exceptions, this.#calendarVersion);
    this.world.refer([referenceItem('calendarYear', '2023', year), scriptedCampaign()]);
  }

  async open(kind: ScriptedKind, start: Minute): Promise<void> {
    await this.world.inWork((work) =>
      this.world.book.open(work, {
        ...{ kind, subject: hazardNo, hazardNo, start: work.now, policy: scriptedPolicy[1] },
        waitsFor: { orgCode: 'TY', orgName: '太原市人民政府' },
        ...(kind === 'rectify' && { namedDue: instantOf(namedDue(start)) }),
      }),
    );
  }

  async ask(kind: ScriptedKind): Promise<string> {
    const before = await this.row(kind);
    return saidOf(await this.world.book.decide(idOf(kind)), before.version);
  }

  async end(kind: ScriptedKind, state: 'met' | 'cancelled'): Promise<string> {
    const reference = { kind, subject: hazardNo };
    const { book } = this.world;
    const { ended } = await this.world.inWork((work) =>
      state === 'met' ? book.meet(work, reference) : book.cancel(work, reference),
    );
    return ended ? state : 'left alone';
  }

  pause(kind: ScriptedKind): Promise<string> {
    const order = { reasonCode: 'forceMajeure', reason: '暴雨封路', reference: null } as const;
    return this.#ordered(kind, 'stands still', (version) =>
      this.world.inWork((work) => this.world.changes.pause(work, idOf(kind), { version, ...order })),
    );
  }

  resume(kind: ScriptedKind): Promise<string> {
    return this.#ordered(kind, 'goes on', (version) =>
      this.world.inWork((work) => this.world.changes.resume(work, idOf(kind), { version, reason: '雨停' })),
    );
  }

  async extend(kind: ScriptedKind, granted: Date): Promise<string> {
    const { ladder } = await this.row(kind);
    const extended = await this.world.inWork((work) =>
      this.world.book.extend(
        work,
        { kind, subject: hazardNo },
        { due: granted, reason: '同意延期', reference: 'P-1' },
      ),
    );
    if (!extended) return 'left alone';
    return (await this.row(kind)).ladder === ladder ? 'as it was' : 'extended';
  }

  async reproject(version?: PolicyVersion): Promise<void> {
    const cause = causeOf(version);
    const { hash } = await this.#reprojections.preview(cause);
    const reason = '国务院办公厅调整放假安排';
    await this.world.inWork((work) => this.#reprojections.apply(work, hash, { cause, reason }));
  }

  async ledger(kind: ScriptedKind): Promise<Ledger> {
    const rungs = await this.world.dataSource.query<{ line: string }[]>(
      `SELECT ladder || ' ' || rung || CASE WHEN taken THEN '' ELSE ' skipped' END AS line
       FROM clock_rung WHERE clock_id = $1`,
      [idOf(kind)],
    );
    return { ...standing(await this.row(kind)), behind: rungs.map(({ line }) => line).sort() };
  }

  async row(kind: ScriptedKind): Promise<ClockRow> {
    const [row] = await this.world.dataSource.query<[ClockRow]>(
      `SELECT ${clockColumns} FROM clock WHERE id = $1`,
      [idOf(kind)],
    );
    return row;
  }

  /** @returns what it did, or the code of the refusal */
  async #ordered(
    kind: ScriptedKind,
    did: string,
    order: (version: number) => Promise<ClockRow>,
  ): Promise<string> {
    const { version } = await this.row(kind);
    try {
      await order(version);
      return did;
    } catch (error) {
      if (error instanceof DomainError) return error.code;
      throw error;
    }
  }
}

/** A question asked after the last rung is answered with it again, and changes no version. */
function saidOf(decision: ClockDecision, versionBefore: number): string {
  switch (decision.outcome) {
    case 'notYet':
      return `notYet ${String(Math.floor(decision.remainingMs / 60_000))}`;
    case 'rungTaken':
      return decision.version === versionBefore ? 'nothing left' : `took ${decision.rung}`;
    default:
      return decision.outcome;
  }
}
