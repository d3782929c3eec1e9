import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../../frame/root';
import { searchOf } from '../../../pieces/listing';

/** What an administrator looks after in this room. */
export const channelsAdminRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/admin/senders',
    validateSearch: searchOf('q', 'sort', 'state', 'open'),
    component: lazyRouteComponent(() => import('./Senders'), 'Senders'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/mailboxes',
    validateSearch: searchOf('sort', 'state', 'open'),
    component: lazyRouteComponent(() => import('./Mailboxes'), 'Mailboxes'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/webhooks',
    validateSearch: searchOf('q', 'sort', 'state', 'open'),
    component: lazyRouteComponent(() => import('./Webhooks'), 'Webhooks'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/deliveries',
    validateSearch: searchOf('sort', 'state', 'webhookId', 'open'),
    component: lazyRouteComponent(() => import('./Deliveries'), 'Deliveries'),
  }),
] as const;
