import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../shell/root';
import { searchParams } from '../../components/lists/useListing';

export const identityRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/admin',
    validateSearch: searchParams('q', 'sort', 'state', 'department', 'roles', 'open'),
    component: lazyRouteComponent(() => import('./Users'), 'Users'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/lists',
    validateSearch: searchParams('open'),
    component: lazyRouteComponent(() => import('./Lists'), 'Lists'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/permissions',
    component: lazyRouteComponent(() => import('./Permissions'), 'Permissions'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/welcome',
    staticData: { isPublic: true },
    component: lazyRouteComponent(() => import('./PasswordByLink'), 'Welcome'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reset',
    staticData: { isPublic: true },
    component: lazyRouteComponent(() => import('./PasswordByLink'), 'Reset'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/account',
    component: lazyRouteComponent(() => import('./Account'), 'Account'),
  }),
] as const;
