import { ApplicationFailure } from '@temporalio/common';
import { DomainError, describe } from '../errors/index.ts';

/**
 * A refusal as the workflow gets it: the code as type, the text in Chinese for whoever reads the history, the values as
 * details. Refused for good, except where the code says that the service is not ready (5xx). Other errors are left as
 * they are: Temporal tries again.
 */
export function failureOf(error: unknown): unknown {
  if (!(error instanceof DomainError)) return error;
  const message = describe(error.code, error.params, 'zh-CN');
  return ApplicationFailure.create({
    message,
    type: error.code,
    nonRetryable: error.status < 500,
    details: [error.params],
    cause: error,
  });
}
