import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../../shell/root';
import { searchParams } from '../../../components/search';

export const checkInRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/check-ins',
    validateSearch: searchParams('reason', 'tier', 'ownerId', 'open'),
    component: lazyRouteComponent(() => import('./Due'), 'Due'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/check-ins/all',
    validateSearch: searchParams('sort', 'state', 'gap', 'gap.from', 'doneBy', 'organizationId', 'endedAt.from'),
    component: lazyRouteComponent(() => import('./All'), 'All'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/check-ins/needs',
    validateSearch: searchParams('q', 'sort', 'state', 'kind', 'organizationId', 'checkInId', 'cohortId', 'open'),
    component: lazyRouteComponent(() => import('./Needs'), 'Needs'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/check-ins/questions',
    component: lazyRouteComponent(() => import('./Questions'), 'Questions'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/check-ins/$id',
    component: lazyRouteComponent(() => import('./CheckIn'), 'CheckIn'),
  }),
] as const;
