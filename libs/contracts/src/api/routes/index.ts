import { campaignsRoutes } from './campaigns.ts';
import { handoversRoutes } from './handovers.ts';
import { hazardsRoutes } from './hazards.ts';
import { notificationsRoutes } from './notifications.ts';
import { operationsRoutes } from './operations.ts';
import { supervisionRoutes } from './supervision.ts';

/** The contract: every public route below `/api/v1`. */
export const routes = {
  ...hazardsRoutes,
  ...handoversRoutes,
  ...supervisionRoutes,
  ...notificationsRoutes,
  ...campaignsRoutes,
  ...operationsRoutes,
} as const;

export type RouteName = keyof typeof routes;
