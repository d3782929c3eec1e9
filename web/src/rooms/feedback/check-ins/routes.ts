import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../../shell/root';
import { searchParams } from '../../../components/lists/useListing';

export const checkInRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/check-ins',
    validateSearch: searchParams('reason', 'tier', 'ownerId', 'open'),
    component: lazyRouteComponent(() => import('./DueCheckIns'), 'DueCheckIns'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/check-ins/all',
    validateSearch: searchParams('sort', 'state', 'gap', 'gap.from', 'doneBy', 'organizationId', 'endedAt.from'),
    component: lazyRouteComponent(() => import('./AllCheckIns'), 'AllCheckIns'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/check-ins/needs',
    validateSearch: searchParams('q', 'sort', 'state', 'kind', 'organizationId', 'checkInId', 'cohortId', 'open'),
    component: lazyRouteComponent(() => import('./CustomerNeeds'), 'CustomerNeeds'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/check-ins/questions',
    component: lazyRouteComponent(() => import('./QuestionBank'), 'QuestionBank'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/check-ins/$id',
    component: lazyRouteComponent(() => import('./CheckIn'), 'CheckIn'),
  }),
] as const;
