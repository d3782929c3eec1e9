import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../shell/root';
import { searchOf } from '../../components/search';

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
    path: '/admin/lists',
    validateSearch: searchOf('open'),
    component: lazyRouteComponent(() => import('./Lists'), 'Lists'),
  }),
] as const;
