import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../shell/root';
import { searchParams } from '../../components/lists/useListing';

export const accountsRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/organizations',
    validateSearch: searchParams(
      'q',
      'sort',
      'relationship',
      'sector',
      'industry',
      'country',
      'region',
      'city',
      'tags',
      'employees.from',
      'employees.to',
      'madeUp',
      'open',
    ),
    component: lazyRouteComponent(() => import('./organizations/Organizations'), 'Organizations'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/contacts',
    validateSearch: searchParams(
      'q',
      'sort',
      'emailState',
      'phoneState',
      'preference',
      'role',
      'organizationId',
      'madeUp',
      'open',
    ),
    component: lazyRouteComponent(() => import('./contacts/Contacts'), 'Contacts'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/duplicates',
    validateSearch: searchParams('of'),
    component: lazyRouteComponent(() => import('./duplicates/Duplicates'), 'Duplicates'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/imports',
    validateSearch: searchParams('q', 'sort', 'state', 'kind'),
    component: lazyRouteComponent(() => import('./imports/Imports'), 'Imports'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/imports/$id',
    component: lazyRouteComponent(() => import('./imports/ImportScreen'), 'ImportScreen'),
  }),
] as const;
