import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../frame/root';
import { searchOf } from '../../pieces/listing';

/** The screens of this room. */
export const channelsRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/mail',
    validateSearch: searchOf(
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
    validateSearch: searchOf('q', 'sort', 'state', 'propositionId', 'organizationId', 'contactId', 'open'),
    component: lazyRouteComponent(() => import('./Questions'), 'Questions'),
  }),
] as const;
