import { assessmentsRoutes } from './assessments.ts';
import { campaignsRoutes } from './campaigns.ts';
import { clocksRoutes } from './clocks.ts';
import { correctionsRoutes } from './corrections.ts';
import { evidenceRoutes } from './evidence.ts';
import { handoversRoutes } from './handovers.ts';
import { hazardsRoutes } from './hazards.ts';
import { importsRoutes } from './imports.ts';
import { interviewsRoutes } from './interviews.ts';
import { notificationsRoutes } from './notifications.ts';
import { operationsRoutes } from './operations.ts';
import { petitionsRoutes } from './petitions.ts';
import { publicationRoutes } from './publication.ts';
import { supervisionRoutes } from './supervision.ts';
import { webhooksRoutes } from './webhooks.ts';

/** The contract: every public route below `/api/v1`. */
export const routes = {
  ...hazardsRoutes,
  ...importsRoutes,
  ...evidenceRoutes,
  ...correctionsRoutes,
  ...clocksRoutes,
  ...handoversRoutes,
  ...supervisionRoutes,
  ...petitionsRoutes,
  ...interviewsRoutes,
  ...publicationRoutes,
  ...assessmentsRoutes,
  ...notificationsRoutes,
  ...webhooksRoutes,
  ...campaignsRoutes,
  ...operationsRoutes,
} as const;

export type RouteName = keyof typeof routes;
