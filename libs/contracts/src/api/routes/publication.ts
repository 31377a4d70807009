import type { RouteSpec } from '../route.ts';

export const publicationRoutes = {} as const satisfies Record<string, RouteSpec>;
