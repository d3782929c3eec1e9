import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../shell/root';
import { searchParams } from '../../components/lists/useListing';

const campaign = createRoute({
  getParentRoute: () => root,
  path: '/campaigns/$id',
  component: lazyRouteComponent(() => import('./campaign/Campaign'), 'Campaign'),
});

/** Not written into `addChildren([…])`: there TypeScript takes each path for `any`, and with it every link of the console. */
const campaignScreens = [
  createRoute({
    getParentRoute: () => campaign,
    path: '/',
    component: lazyRouteComponent(() => import('./monitor/Monitor'), 'Monitor'),
  }),
  createRoute({
    getParentRoute: () => campaign,
    path: '/organizations',
    validateSearch: searchParams('q', 'gaps'),
    component: lazyRouteComponent(() => import('./people/CohortOrganizations'), 'CohortOrganizations'),
  }),
  createRoute({
    getParentRoute: () => campaign,
    path: '/decision-makers',
    validateSearch: searchParams(
      'q',
      'sort',
      'state',
      'reason',
      'deferred',
      'wave',
      'role',
      'organizationId',
      'contactId',
      'touches.from',
      'conversed',
      'holdOut',
      'late',
      'open',
    ),
    component: lazyRouteComponent(() => import('./people/DecisionMakers'), 'DecisionMakers'),
  }),
  createRoute({
    getParentRoute: () => campaign,
    path: '/messages',
    validateSearch: searchParams('sort', 'state', 'errorClass', 'enrolmentId', 'deferred', 'senderId', 'open'),
    component: lazyRouteComponent(() => import('./people/Messages'), 'Messages'),
  }),
  createRoute({
    getParentRoute: () => campaign,
    path: '/verdict',
    component: lazyRouteComponent(() => import('./verdict/Verdict'), 'Verdict'),
  }),
] as const;

export const campaignsRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/admin/calendar',
    validateSearch: searchParams('country', 'year', 'open'),
    component: lazyRouteComponent(() => import('./calendar/Calendar'), 'Calendar'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plays',
    validateSearch: searchParams('q', 'sort', 'state', 'purpose'),
    component: lazyRouteComponent(() => import('./plays/Plays'), 'Plays'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plays/new',
    validateSearch: searchParams('from'),
    component: lazyRouteComponent(() => import('./plays/Play'), 'NewPlay'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plays/$id',
    component: lazyRouteComponent(() => import('./plays/Play'), 'Play'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/campaigns',
    validateSearch: searchParams('q', 'sort', 'state', 'versionId', 'snapshotId', 'playId'),
    component: lazyRouteComponent(() => import('./list/Campaigns'), 'Campaigns'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/campaigns/new',
    validateSearch: searchParams('versionId', 'snapshotId', 'playId'),
    component: lazyRouteComponent(() => import('./list/NewCampaign'), 'NewCampaign'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/campaigns/messages',
    validateSearch: searchParams('sort', 'state', 'errorClass', 'enrolmentId', 'deferred', 'senderId', 'open'),
    component: lazyRouteComponent(() => import('./people/Messages'), 'AllMessages'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/campaigns/failed',
    validateSearch: searchParams(
      'q',
      'sort',
      'state',
      'reason',
      'deferred',
      'role',
      'campaignId',
      'endedAt.from',
      'open',
    ),
    component: lazyRouteComponent(() => import('./people/DecisionMakers'), 'FailedDecisionMakers'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/campaigns/$id/launch',
    validateSearch: searchParams('step'),
    component: lazyRouteComponent(() => import('./launch/Launch'), 'Launch'),
  }),
  campaign.addChildren(campaignScreens),
] as const;
