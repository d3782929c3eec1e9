import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../shell/root';
import { searchParams } from '../../components/lists/useListing';

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
    component: lazyRouteComponent(() => import('./inbound/Mails'), 'Mails'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/mail/questions',
    validateSearch: searchParams('q', 'sort', 'state', 'propositionId', 'organizationId', 'contactId', 'open'),
    component: lazyRouteComponent(() => import('./inbound/BuyerQuestions'), 'BuyerQuestions'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/webhooks',
    validateSearch: searchParams('q', 'sort', 'state', 'open'),
    component: lazyRouteComponent(() => import('./settings/Webhooks'), 'Webhooks'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/deliveries',
    validateSearch: searchParams('sort', 'state', 'webhookId'),
    component: lazyRouteComponent(() => import('./settings/Deliveries'), 'Deliveries'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/senders',
    validateSearch: searchParams('q', 'sort', 'state', 'open'),
    component: lazyRouteComponent(() => import('./settings/Senders'), 'Senders'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/mailboxes',
    validateSearch: searchParams('sort', 'state', 'active', 'open'),
    component: lazyRouteComponent(() => import('./settings/Mailboxes'), 'Mailboxes'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/providers',
    validateSearch: searchParams('sort', 'provider', 'state', 'open'),
    component: lazyRouteComponent(() => import('./providers/ProviderConnections'), 'ProviderConnections'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/providers/events',
    validateSearch: searchParams('sort', 'kind', 'state', 'machine', 'connectionId', 'dispatchId', 'contactId'),
    component: lazyRouteComponent(() => import('./providers/ProviderEvents'), 'ProviderEvents'),
  }),
] as const;
