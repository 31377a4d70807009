import { setTimeout as pause } from 'node:timers/promises';
import { msToTs } from '@temporalio/common/lib/time.js';
import { Connection, isGrpcServiceError } from '@temporalio/client';

/** Closed runs stay readable for longer than the campaign's year. */
const RETENTION_MS = 400 * 86_400_000;
const SERVING_LIMIT_MS = 60_000;
const POLL_MS = 200;
const GRPC_NOT_FOUND = 5;
const GRPC_ALREADY_EXISTS = 6;

/** Temporal's numbers of its indexed value types. */
const typeNumbers = { KEYWORD: 2, BOOL: 5, DATETIME: 6 } as const;

export type SearchAttributeType = keyof typeof typeNumbers;

/** Takes a refusal with this gRPC code for the answer that was hoped for. */
async function unless(refusal: number, work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    const code: number | undefined = isGrpcServiceError(error) ? error.code : undefined;
    if (code !== refusal) throw error;
  });
}

/** The server learns of its own parts and of new registrations by and by, and gives no sign when it has. */
async function untilItSucceeds(work: () => Promise<unknown>): Promise<void> {
  const limit = performance.now() + SERVING_LIMIT_MS;
  for (;;) {
    try {
      await work();
      return;
    } catch (error) {
      if (performance.now() > limit) throw error;
      await pause(POLL_MS);
    }
  }
}

/** Asks the parts of the server that hold runs and task queues; each answers only once it has found the others. */
async function everyPartAnswers({ workflowService }: Connection, namespace: string): Promise<void> {
  const execution = { workflowId: 'readiness' };
  await unless(GRPC_NOT_FOUND, workflowService.describeWorkflowExecution({ namespace, execution }));
  await workflowService.describeTaskQueue({ namespace, taskQueue: { name: 'readiness' } });
}

/**
 * Registers a namespace and its search attributes; what is there already is left as it is.
 *
 * @param attributes name → type
 * @returns when runs may be started with the attributes
 */
export async function registerNamespace(
  address: string,
  namespace: string,
  attributes: Readonly<Record<string, SearchAttributeType>>,
): Promise<void> {
  const connection = await Connection.connect({ address });
  try {
    const { workflowService, operatorService } = connection;
    const workflowExecutionRetentionPeriod = msToTs(RETENTION_MS);
    await unless(
      GRPC_ALREADY_EXISTS,
      workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod }),
    );
    const searchAttributes = Object.fromEntries(
      Object.entries(attributes).map(([name, type]) => [name, typeNumbers[type]]),
    );
    await untilItSucceeds(() =>
      unless(GRPC_ALREADY_EXISTS, operatorService.addSearchAttributes({ namespace, searchAttributes })),
    );
    // A query that names every attribute succeeds only once the server has heard of all of them.
    const query = Object.keys(attributes)
      .map((attribute) => `${attribute} IS NULL`)
      .join(' AND ');
    await untilItSucceeds(() => workflowService.listWorkflowExecutions({ namespace, query, pageSize: 1 }));
    await untilItSucceeds(() => everyPartAnswers(connection, namespace));
  } finally {
    await connection.close();
  }
}
