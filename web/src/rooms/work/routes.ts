import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../frame/root';
import { searchOf } from '../../pieces/listing';

/** The screens of this room. */
export const workRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/work',
    validateSearch: searchOf('task'),
    component: lazyRouteComponent(() => import('./Work'), 'Work'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/work/group/$id',
    validateSearch: searchOf('campaignId', 'propositionId', 'task', 'fence'),
    component: lazyRouteComponent(() => import('./Group'), 'Group'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/tasks',
    validateSearch: searchOf(
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
    component: lazyRouteComponent(() => import('./Tasks'), 'Tasks'),
  }),
] as const;
