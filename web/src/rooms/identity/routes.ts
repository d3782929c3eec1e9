import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../frame/root';
import { searchOf } from '../../pieces/listing';

/** The screens of this room. */
export const identityRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/admin',
    validateSearch: searchOf('q', 'sort', 'state', 'department', 'roles', 'open'),
    component: lazyRouteComponent(() => import('./Users'), 'Users'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/settings',
    component: lazyRouteComponent(() => import('./Settings'), 'Settings'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/queues',
    component: lazyRouteComponent(() => import('./Queues'), 'Queues'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/lists',
    validateSearch: searchOf('open'),
    component: lazyRouteComponent(() => import('./Lists'), 'Lists'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/audit',
    validateSearch: searchOf('sort', 'action', 'entity', 'entityId', 'actor', 'at.from', 'at.to', 'open'),
    component: lazyRouteComponent(() => import('./Audit'), 'Audit'),
  }),
] as const;
