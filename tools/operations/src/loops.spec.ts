import { expect, it } from '@jest/globals';
import { type WorkflowClient, WorkflowNotFoundError } from '@temporalio/client';
import { Loops, type LoopStanding } from './loops.ts';

function described(outcome: string | Error, registered = true): Pick<WorkflowClient, 'getHandle'> {
  const describe = () =>
    outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve({ status: { name: outcome } });
  const query = () => Promise.resolve({ registered });
  return { getHandle: () => ({ describe, query }) } as unknown as Pick<WorkflowClient, 'getHandle'>;
}

it.each<[string, LoopStanding]>([
  ['RUNNING', 'runs'],
  ['CONTINUED_AS_NEW', 'runs'],
  ['COMPLETED', 'ended'],
  ['TERMINATED', 'lost'],
  ['FAILED', 'lost'],
  ['CANCELLED', 'lost'],
  ['TIMED_OUT', 'lost'],
])('a loop that Temporal calls %s: %s', async (status, standing) => {
  const standings = await new Loops(described(status)).standings(['a', 'b']);
  expect([...standings]).toEqual([
    ['a', standing],
    ['b', standing],
  ]);
});

it('takes a loop that Temporal does not know for lost', async () => {
  const unknown = new Loops(described(new WorkflowNotFoundError('not found', 'a', undefined)));
  expect([...(await unknown.standings(['a']))]).toEqual([['a', 'lost']]);
});

it('takes a loop for lost that runs and has not heard of the registration: a later fact started it anew', async () => {
  const partial = new Loops(described('RUNNING', false));
  expect([...(await partial.standings(['a']))]).toEqual([['a', 'lost']]);
});

it('takes no other error for a lost loop', async () => {
  const away = new Loops(described(new Error('unavailable')));
  await expect(away.standings(['a'])).rejects.toThrow('unavailable');
});
