import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../frame/root';
import { searchOf } from '../../pieces/listing';

/** The screens of this room. */
export const campaignsRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/campaigns',
    validateSearch: searchOf('q', 'sort', 'state', 'versionId', 'snapshotId', 'open'),
    component: lazyRouteComponent(() => import('./Campaigns'), 'Campaigns'),
  }),
] as const;
