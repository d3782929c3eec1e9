import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../frame/root';
import { searchOf } from '../../pieces/listing';

const approvals = lazyRouteComponent(() => import('./Approvals'), 'Approvals');
const waiting = searchOf('sort', 'state', 'department', 'versionId', 'overdue', 'open');

/** The screens of this room. */
export const propositionsRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/propositions',
    validateSearch: searchOf('q', 'sort', 'state', 'live', 'open'),
    component: lazyRouteComponent(() => import('./Propositions'), 'Propositions'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/propositions/$id',
    validateSearch: searchOf('version', 'tab', 'compare'),
    component: lazyRouteComponent(() => import('./Proposition'), 'Proposition'),
  }),
  createRoute({ getParentRoute: () => root, path: '/approvals', validateSearch: waiting, component: approvals }),
  createRoute({ getParentRoute: () => root, path: '/approvals/all', validateSearch: waiting, component: approvals }),
] as const;
