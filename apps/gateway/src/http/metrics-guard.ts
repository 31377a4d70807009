import type { InternalClaims } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';
import type { FastifyInstance } from 'fastify';
import type { Admission } from '../auth/admission.ts';
import { sendProblem } from './send-problem.ts';

/**
 * The gateway's figures tell of every caller: they are for operations alone. Prometheus signs in by client
 * credentials; the services behind the gateway are not reached from outside.
 */
export function guardMetrics(
  server: FastifyInstance,
  admission: Pick<Admission, 'identify'>,
  claimsOf: (person: string) => InternalClaims | null,
): void {
  server.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.url !== '/metrics') return;
    try {
      const { person } = await admission.identify(request.headers.authorization);
      const operates = claimsOf(person)?.offices.some(({ role }) => role === 'operations');
      if (!operates) throw new DomainError('auth.notAllowed');
    } catch (error) {
      return sendProblem(error, request, reply);
    }
  });
}
