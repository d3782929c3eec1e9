import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../shell/root';
import { searchParams } from '../../components/lists/useListing';

export const workRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/work',
    validateSearch: searchParams('task'),
    component: lazyRouteComponent(() => import('./desk/Desk'), 'Desk'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/work/group/$id',
    validateSearch: searchParams('campaignId', 'propositionId', 'task', 'fence'),
    component: lazyRouteComponent(() => import('./desk/GroupSession'), 'GroupSession'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/tasks',
    validateSearch: searchParams(
      'q',
      'sort',
      'state',
      'kind',
      'campaignId',
      'organizationId',
      'contactId',
      'enrolmentId',
      'repId',
      'claimedBy',
      'closedBy',
      'disposition',
      'dueAt.from',
      'dueAt.to',
      'closedAt.from',
      'closedAt.to',
      'open',
    ),
    component: lazyRouteComponent(() => import('./tasks/Tasks'), 'Tasks'),
  }),
] as const;
