import { createRouter } from '@tanstack/react-router';
import { home, root } from './shell/root';
import { accountsRoutes } from './rooms/accounts/routes';
import { campaignsRoutes } from './rooms/campaigns/routes';
import { channelsRoutes } from './rooms/channels/routes';
import { cohortsRoutes } from './rooms/cohorts/routes';
import { feedbackRoutes } from './rooms/feedback/routes';
import { identityRoutes } from './rooms/identity/routes';
import { operationsRoutes } from './rooms/operations/routes';
import { propositionsRoutes } from './rooms/propositions/routes';
import { workRoutes } from './rooms/work/routes';

const tree = root.addChildren([
  home,
  ...identityRoutes,
  ...accountsRoutes,
  ...propositionsRoutes,
  ...cohortsRoutes,
  ...workRoutes,
  ...campaignsRoutes,
  ...feedbackRoutes,
  ...channelsRoutes,
  ...operationsRoutes,
]);

export const router = createRouter({ routeTree: tree, defaultPreload: 'intent', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    /** a screen for people who are not signed in */
    isPublic?: boolean;
  }
}
