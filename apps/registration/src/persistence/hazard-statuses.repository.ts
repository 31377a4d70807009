import { Injectable } from '@nestjs/common';
import type { HazardEvent } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { type FoldedTable, foldRows } from '@bihuan/platform/projections';
import {
  emptyFacts,
  evolve,
  type HazardFacts,
  isFinished,
  isOverdue,
  marksOf,
  rectifyDue,
  stateOf,
} from '@bihuan/process-core';

const table = {
  name: 'hazard_status',
  columns: {
    hazard_no: 'text',
    facts: 'jsonb',
    state: 'text',
    marks: 'jsonb',
    overdue: 'boolean',
    finished: 'boolean',
    rectify_due: 'timestamptz',
    assigned_orgs: 'text[]',
  },
} as const;

const statuses: FoldedTable<HazardFacts, HazardEvent, typeof table> = {
  table,
  key: 'hazard_no',
  keyOf: ({ data }) => data.hazardNo,
  empty: emptyFacts,
  evolve,
  rowOf: (hazard_no, facts) => ({
    hazard_no,
    facts,
    state: stateOf(facts),
    marks: marksOf(facts),
    overdue: isOverdue(facts),
    finished: isFinished(facts),
    rectify_due: rectifyDue(facts),
    assigned_orgs: [...new Set(Object.values(facts.handovers).map(({ orgCode }) => orgCode))],
  }),
};

/** The status view of the ledger. */
@Injectable()
export class HazardStatuses {
  /** Folds facts into the rows of their hazards. */
  async fold(work: Work, facts: readonly HazardEvent[]): Promise<void> {
    await foldRows(work, statuses, facts);
  }
}
