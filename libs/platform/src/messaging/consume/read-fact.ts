import { EnvelopeBase, type EventOf, eventSchemas, type EventType } from '@bihuan/contracts';
import type { z } from 'zod';
import type { ReceivedMessage } from '../bus/message-bus.ts';

export type ReadFact<T extends EventType> =
  | { readonly kind: 'fact'; readonly fact: EventOf<T> }
  | { readonly kind: 'passedOver' }
  | { readonly kind: 'invalid'; readonly reason: InvalidReason; readonly detail: string };

export type InvalidReason = 'notJson' | 'noType' | 'envelopeInvalid' | 'versionUnknown' | 'dataInvalid';

const invalid = (reason: InvalidReason, detail: string) => ({ kind: 'invalid', reason, detail }) as const;
const issues = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `${path.join('.') || '(whole)'}: ${message}`).join('; ');

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads a message by the contracts. A type that is not in `types` is passed over unread; a deleted key too. */
export function readFact<T extends EventType>({ value }: ReceivedMessage, types: readonly T[]): ReadFact<T> {
  if (value === null) return { kind: 'passedOver' };
  const json = parseJson(value);
  if (typeof json !== 'object' || json === null) return invalid('notJson', 'The value is not a JSON object');
  const { data, ...rest } = json as Record<string, unknown>;
  if (typeof rest['type'] !== 'string') return invalid('noType', 'The message has no type');
  const type = types.find((known) => known === rest['type']);
  if (type === undefined) return { kind: 'passedOver' };
  if (rest['version'] !== 1)
    return invalid('versionUnknown', `${type} has version ${String(rest['version'])}`);
  const envelope = EnvelopeBase.safeParse(rest);
  if (!envelope.success) return invalid('envelopeInvalid', issues(envelope.error));
  const body = eventSchemas[type].safeParse(data);
  if (!body.success) return invalid('dataInvalid', issues(body.error));
  return { kind: 'fact', fact: { ...envelope.data, type, data: body.data } as unknown as EventOf<T> };
}
