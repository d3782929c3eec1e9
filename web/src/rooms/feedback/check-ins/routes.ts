import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../../shell/root';
import { searchOf } from '../../../components/search';

export const checkInRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/check-ins',
    validateSearch: searchOf('reason', 'tier', 'ownerId', 'open'),
    component: lazyRouteComponent(() => import('./Due'), 'Due'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/check-ins/all',
    validateSearch: searchOf('sort', 'state', 'gap', 'gap.from', 'doneBy', 'organizationId', 'endedAt.from'),
    component: lazyRouteComponent(() => import('./All'), 'All'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/check-ins/needs',
    validateSearch: searchOf('q', 'sort', 'state', 'kind', 'organizationId', 'checkInId', 'cohortId', 'open'),
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
