import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../../shell/root';
import { searchParams } from '../../../components/lists/useListing';

export const lessonsRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/lessons',
    validateSearch: searchParams(
      'q',
      'sort',
      'role',
      'industry',
      'objection',
      'versionId',
      'campaignId',
      'taskId',
      'authorId',
      'open',
    ),
    component: lazyRouteComponent(() => import('./Lessons'), 'Lessons'),
  }),
] as const;
