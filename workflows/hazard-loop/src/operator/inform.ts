import type { SearchAttributeUpdatePair } from '@temporalio/common';
import { condition, setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { LoopRun } from '../loop-run.ts';
import { boardOf } from './board.ts';
import { attributesOf } from './search.ts';

/** Keeps the operator's view up to date: once for all that has changed in one step of the loop. */
export async function keepOperatorsInformed(loop: LoopRun): Promise<never> {
  for (let shown = 0; ; shown = loop.changes) {
    await condition(() => loop.changes !== shown);
    inform(loop);
  }
}

/** Details are free of cost; a search attribute is an event in the history and is written only when it differs. */
export function inform(loop: LoopRun): void {
  setCurrentDetails(boardOf(loop));
  const changed = attributesOf(loop).filter(differs);
  if (changed.length > 0) upsertSearchAttributes(changed);
}

function differs({ key, value }: SearchAttributeUpdatePair): boolean {
  const known = workflowInfo().typedSearchAttributes.get(key);
  const plain = (it: unknown) => (it instanceof Date ? it.getTime() : (it ?? null));
  return plain(known) !== plain(value);
}
