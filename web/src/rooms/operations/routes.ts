import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../shell/root';
import { searchParams } from '../../components/lists/useListing';

export const operationsRoutes = [
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
    path: '/admin/audit',
    validateSearch: searchParams('sort', 'action', 'entity', 'entityId', 'actor', 'at.from', 'at.to', 'open'),
    component: lazyRouteComponent(() => import('./Audit'), 'Audit'),
  }),
] as const;
