import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../frame/root';
import { searchOf } from '../../pieces/listing';

/** The screens of this room. */
export const accountsRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/organizations',
    validateSearch: searchOf(
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
    component: lazyRouteComponent(() => import('./Organizations'), 'Organizations'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/contacts',
    validateSearch: searchOf(
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
    component: lazyRouteComponent(() => import('./Contacts'), 'Contacts'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/imports',
    validateSearch: searchOf('q', 'sort', 'state', 'kind'),
    component: lazyRouteComponent(() => import('./Imports'), 'Imports'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/imports/$id',
    component: lazyRouteComponent(() => import('./Import'), 'Import'),
  }),
] as const;
