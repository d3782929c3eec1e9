import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../shell/root';
import { searchParams } from '../../components/lists/useListing';
import { checkInRoutes } from './check-ins/routes';
import { lessonsRoutes } from './lessons/routes';

export const feedbackRoutes = [
  ...checkInRoutes,
  ...lessonsRoutes,
  createRoute({
    getParentRoute: () => root,
    path: '/feedback',
    validateSearch: searchParams('versionId', 'campaignId', 'role', 'industry', 'repId', 'step', 'from', 'to'),
    component: lazyRouteComponent(() => import('./board/Feedback'), 'Feedback'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/feedback/conversations',
    validateSearch: searchParams(
      'q',
      'sort',
      'open',
      'versionId',
      'campaignId',
      'sessionId',
      'role',
      'industry',
      'repId',
      'stepKey',
      'source',
      'disposition',
      'interest',
      'objection',
      'competitor',
      'connected',
      'latest',
      'quoted',
      'simulated',
      'occurredAt.from',
      'occurredAt.to',
    ),
    component: lazyRouteComponent(() => import('./conversations/Conversations'), 'Conversations'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/feedback/people',
    validateSearch: searchParams(
      'q',
      'sort',
      'versionId',
      'countedAs',
      'campaignId',
      'role',
      'industry',
      'repId',
      'step',
      'state',
      'interest',
      'at.from',
      'at.to',
    ),
    component: lazyRouteComponent(() => import('./board/CountedPeople'), 'CountedPeople'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/organizations/$id/map',
    validateSearch: searchParams('propositionId'),
    component: lazyRouteComponent(() => import('./buyer-map/BuyerMap'), 'BuyerMap'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/results',
    validateSearch: searchParams('propositionId', 'measure', 'open'),
    component: lazyRouteComponent(() => import('./results/Results'), 'Results'),
  }),
] as const;
