import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../shell/root';
import { searchParams } from '../../components/lists/useListing';

const approvals = lazyRouteComponent(() => import('./approvals/Approvals'), 'Approvals');
const waiting = searchParams('sort', 'state', 'department', 'versionId', 'overdue', 'open');

export const propositionsRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/propositions',
    validateSearch: searchParams('q', 'sort', 'state', 'live', 'open'),
    component: lazyRouteComponent(() => import('./list/Propositions'), 'Propositions'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/propositions/$id',
    validateSearch: searchParams('version', 'tab', 'compare'),
    component: lazyRouteComponent(() => import('./version/Proposition'), 'Proposition'),
  }),
  createRoute({ getParentRoute: () => root, path: '/approvals', validateSearch: waiting, component: approvals }),
  createRoute({ getParentRoute: () => root, path: '/approvals/all', validateSearch: waiting, component: approvals }),
] as const;
