import { openAsBlob } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { officeToken } from '../caller.ts';
import type { BenchStack } from '../stack.ts';

interface Import {
  readonly id: string;
  readonly state: string;
  readonly problem: { readonly code: string; readonly message: string } | null;
}

const POLL_MS = 100;
const underWay = new Set(['received', 'waiting', 'reading', 'applying']);

/** The form of an import; its fields stand ahead of the file. */
const form = { ledger: 'general', campaignCode: 'SX2023', mode: 'acceptGood' } as const;

/** Brings a file as an office would: sends it to the registration service and waits until it is in the ledger. */
export async function bringLedger(stack: BenchStack, path: string): Promise<void> {
  const body = new FormData();
  for (const [name, value] of Object.entries(form)) body.append(name, value);
  body.append('file', await openAsBlob(path, { type: 'text/csv' }), 'ledger.csv');
  const { id } = await ask<Import>(stack, '/hazards/imports', {
    method: 'POST',
    headers: { 'idempotency-key': `import-${Date.now()}` },
    body,
  });
  for (;;) {
    const { state, problem } = await ask<Import>(stack, `/hazards/imports/${id}`);
    if (state === 'completed') return;
    if (!underWay.has(state)) throw new Error(`The import ended as ${state}: ${JSON.stringify(problem)}`);
    await pause(POLL_MS);
  }
}

async function ask<T>(stack: BenchStack, path: string, init: RequestInit = {}): Promise<T> {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${await officeToken(stack)}`);
  const response = await fetch(`${stack.urls.registration}${path}`, { ...init, headers });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${text}`);
  return JSON.parse(text) as T;
}
