import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../shell/root';
import { searchParams } from '../../components/lists/useListing';

/** The screens of this room. */
export const cohortsRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/cohorts',
    validateSearch: searchParams('q', 'sort', 'versionId', 'new'),
    component: lazyRouteComponent(() => import('./Cohorts'), 'Cohorts'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cohorts/$id',
    component: lazyRouteComponent(() => import('./CohortBuilder'), 'CohortBuilder'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/snapshots/$id',
    validateSearch: searchParams('of', 'sort', 'excluded', 'holdOut', 'role', 'organizationId', 'contactId', 'stratum'),
    component: lazyRouteComponent(() => import('./Snapshot'), 'Snapshot'),
  }),
] as const;
