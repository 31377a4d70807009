import type { Owner } from './services.ts';

interface TopicSettings {
  readonly name: string;
  readonly partitions: number;
  /** `keepAll`: facts do not expire. `compact`: the latest value per key stays. */
  readonly retention: 'keepAll' | 'compact';
}

const facts = (owner: Owner): TopicSettings => ({
  name: `bihuan.${owner}.v1`,
  partitions: 6,
  retention: 'keepAll',
});

/** Fact topics, one an owner, keyed by hazard number; reference data compacted, keyed by kind and code. */
export const topics = {
  registration: facts('registration'),
  handover: facts('handover'),
  disclosure: facts('disclosure'),
  supervision: facts('supervision'),
  assessment: facts('assessment'),
  notification: facts('notification'),
  reference: { name: 'bihuan.reference.v1', partitions: 1, retention: 'compact' },
  deadLetter: { name: 'bihuan.dead-letter.v1', partitions: 1, retention: 'keepAll' },
} as const satisfies Record<string, TopicSettings>;

export type TopicKey = keyof typeof topics;
