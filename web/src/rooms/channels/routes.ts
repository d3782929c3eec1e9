import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../shell/root';
import { searchParams } from '../../components/search';

/** The screens of this room. */
export const channelsRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/mail',
    validateSearch: searchParams(
      'q',
      'sort',
      'state',
      'kind',
      'bounceClass',
      'guessed',
      'matchedBy',
      'enrolmentId',
      'contactId',
      'dispatchId',
      'mailboxId',
      'open',
    ),
    component: lazyRouteComponent(() => import('./Mails'), 'Mails'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/mail/questions',
    validateSearch: searchParams('q', 'sort', 'state', 'propositionId', 'organizationId', 'contactId', 'open'),
    component: lazyRouteComponent(() => import('./Questions'), 'Questions'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/webhooks',
    validateSearch: searchParams('q', 'sort', 'state', 'open'),
    component: lazyRouteComponent(() => import('./Webhooks'), 'Webhooks'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/deliveries',
    validateSearch: searchParams('sort', 'state', 'webhookId'),
    component: lazyRouteComponent(() => import('./Deliveries'), 'Deliveries'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/senders',
    validateSearch: searchParams('q', 'sort', 'state', 'open'),
    component: lazyRouteComponent(() => import('./Senders'), 'Senders'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/mailboxes',
    validateSearch: searchParams('sort', 'state', 'active', 'open'),
    component: lazyRouteComponent(() => import('./Mailboxes'), 'Mailboxes'),
  }),
] as const;
