import type { FaultPoint } from '@bihuan/platform/messaging';

/** What a process of the product does otherwise than in production; by JSON in its environment. */
export interface Orders {
  /** Where it dies, at the first time. */
  readonly killAt?: FaultPoint;
  /** When its watchdog calls a clock unheard, and how often it looks; milliseconds. */
  readonly watchdog?: { readonly unheardAfterMs: number; readonly watchEveryMs: number };
  /** File with the workflows' code; production finds it in the build. */
  readonly workflowBundle?: string;
}

export const ordersVariable = 'FAULTS_ORDERS';
