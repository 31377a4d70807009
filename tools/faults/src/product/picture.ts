import { isDeepStrictEqual } from 'node:util';
import { hazardEventTypes, type HazardState, loopQuery, type LoopView } from '@bihuan/contracts';
import { eventually } from '@bihuan/testing/temporal';
import type { Product } from './product.ts';
import type { Part } from './settings.ts';

/** What owners, projections and the loop hold of one hazard. */
export interface Picture {
  /** How often each act is on the audit trails. */
  readonly acts: Readonly<Record<string, number>>;
  /** Tracks of its handovers. */
  readonly handovers: readonly string[];
  /** Its clocks by kind. */
  readonly clocks: Readonly<Record<string, number>>;
  /** Facts of it that the ledger's view has not taken in. */
  readonly unheard: readonly string[];
  /** Messages, of any hazard, that have not gone out. */
  readonly unsent: number;
  /** Runs of its loop, ended ones too. */
  readonly runs: number;
  /** Its state according to the ledger, supervision and the loop. */
  readonly states: readonly (HazardState | undefined)[];
  /** Whether the loop watches just the clocks that are open. */
  readonly sameClocks: boolean;
}

const owners = ['registration', 'handover', 'supervision'] as const satisfies readonly Part[];
const clockOwners = ['handover', 'supervision'] as const;

/** A hazard that was registered and handed over once, and not answered yet: the same everywhere. */
export const handedOver: Picture = {
  acts: { 'hazard.registered': 1, 'handover.dispatched': 2 },
  handovers: ['industry', 'territorial'],
  clocks: { acknowledge: 2, handOver: 1, rectify: 1 },
  unheard: [],
  unsent: 0,
  runs: 1,
  states: ['handedOver', 'handedOver', 'handedOver'],
  sameClocks: true,
};

/** Waits until everything has arrived and the picture is the one wanted; fails with the last one seen. */
export async function untilPicture(
  product: Product,
  hazardNo: string,
  wanted: Picture,
  limitMs = 60_000,
): Promise<void> {
  await eventually(
    () => pictureOf(product, hazardNo),
    (picture) => isDeepStrictEqual(picture, wanted),
    limitMs,
  );
}

async function pictureOf(product: Product, hazardNo: string): Promise<Picture> {
  const loop = await viewOf(product, hazardNo);
  const clocks = await clocksOf(product, hazardNo);
  const open = clocks.filter(({ state }) => state === 'open').length;
  return {
    acts: await actsOn(product, hazardNo),
    handovers: await handoversOf(product, hazardNo),
    clocks: counted(clocks.map(({ kind }) => kind)),
    unheard: await unheardOf(product, hazardNo),
    unsent: await unsentMessages(product),
    runs: await runsOf(product, hazardNo),
    states: [
      await stateIn(product, 'registration', 'hazard_status', hazardNo),
      await stateIn(product, 'supervision', 'hazard_case', hazardNo),
      loop?.state,
    ],
    sameClocks: loop?.openClocks === open,
  };
}

function counted(words: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** What the loop itself says; undefined while none runs. */
export function viewOf(product: Product, hazardNo: string): Promise<LoopView | undefined> {
  const handle = product.servers.temporal.client.workflow.getHandle(hazardNo);
  return handle.query<LoopView>(loopQuery).catch(() => undefined);
}

async function actsOn(product: Product, hazardNo: string): Promise<Record<string, number>> {
  const sql = `SELECT action FROM audit_entry WHERE subject = $1 AND action IN ('hazard.registered', 'handover.dispatched')`;
  const rows = await Promise.all(
    owners.map((owner) => product.rows<{ action: string }>(owner, sql, [hazardNo])),
  );
  const actions = rows.flat().map(({ action }) => action);
  return counted(actions);
}

async function handoversOf(product: Product, hazardNo: string): Promise<string[]> {
  const sql = 'SELECT track FROM handover WHERE hazard_no = $1 ORDER BY track';
  return (await product.rows<{ track: string }>('handover', sql, [hazardNo])).map(({ track }) => track);
}

async function clocksOf(product: Product, hazardNo: string): Promise<{ kind: string; state: string }[]> {
  const sql = 'SELECT kind, state FROM clock WHERE hazard_no = $1';
  const rows = clockOwners.map((owner) =>
    product.rows<{ kind: string; state: string }>(owner, sql, [hazardNo]),
  );
  return (await Promise.all(rows)).flat();
}

async function unheardOf(product: Product, hazardNo: string): Promise<string[]> {
  const facts = await Promise.all(
    owners.map((owner) =>
      product.rows<{ id: string; type: string }>(
        owner,
        'SELECT id, type FROM outbox WHERE key = $1 AND type = ANY($2)',
        [hazardNo, hazardEventTypes],
      ),
    ),
  );
  const inbox = await product.rows<{ id: string }>('registration', 'SELECT message_id AS id FROM inbox');
  const heard = new Set(inbox.map(({ id }) => id));
  return facts.flat().flatMap(({ id, type }) => (heard.has(id) ? [] : [type]));
}

async function unsentMessages(product: Product): Promise<number> {
  const sql = 'SELECT count(*)::int AS n FROM outbox WHERE sent_at IS NULL';
  const counts = await Promise.all(owners.map((owner) => product.rows<{ n: number }>(owner, sql)));
  return counts.flat().reduce((sum, { n }) => sum + n, 0);
}

async function runsOf(product: Product, hazardNo: string): Promise<number> {
  const { workflow } = product.servers.temporal.client;
  const { count } = await workflow.count(`WorkflowId = '${hazardNo}'`);
  return count;
}

async function stateIn(
  product: Product,
  part: Part,
  table: string,
  hazardNo: string,
): Promise<HazardState | undefined> {
  const sql = `SELECT state FROM ${table} WHERE hazard_no = $1`;
  const [row] = await product.rows<{ state: HazardState }>(part, sql, [hazardNo]);
  return row?.state;
}
