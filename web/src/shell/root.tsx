import { Button } from '@mantine/core';
import { createRootRoute, createRoute, lazyRouteComponent, Link, Outlet, useMatches } from '@tanstack/react-router';
import { EmptyState } from '../components/status/EmptyState';
import { ErrorAlert } from '../components/status/ErrorAlert';
import { useWords } from '../i18n';
import { RequireSession } from './RequireSession';
import { Shell } from './Shell';

export const root = createRootRoute({
  component: Root,
  errorComponent: ({ error, reset }) => <ErrorAlert error={error} again={reset} />,
  notFoundComponent: NotFound,
});

function Root() {
  // of the screen that is shown, not of the address: that changes before its screen is loaded
  const isPublic = useMatches({ select: (matches) => matches.some(({ staticData }) => staticData.isPublic) });
  if (isPublic) return <Outlet />;
  return (
    <RequireSession>
      <Shell />
    </RequireSession>
  );
}

function NotFound() {
  const { shell } = useWords();
  return (
    <EmptyState
      title={shell.errors.notFound}
      action={
        <Button component={Link} to="/">
          {shell.errors.toHome}
        </Button>
      }
    />
  );
}

export const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./home/Home'), 'Home'),
});
