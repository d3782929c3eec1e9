import { AppShell, Badge, Box, Burger, Group, Kbd, NavLink, ScrollArea, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../i18n';
import { useClock } from './clock';
import { Freshness } from './Freshness';
import { ShortcutHelp } from './ShortcutHelp';
import { keyNames, useKeys, useLetterKeys, type Shortcuts } from './shortcuts';
import { UserMenu } from './UserMenu';
import { NAV_ITEMS } from './navigation';
import { useMe } from './session';
import { SendingStatusAlert } from './SendingStatusAlert';

const Palette = lazy(() =>
  import('./CommandPalette').then(({ CommandPalette: component }) => ({ default: component })),
);

/** On wider screens, related content would be too far apart. */
const WIDEST = 2340;

export function Shell() {
  const { shell } = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [menu, { toggle, close }] = useDisclosure();
  const [help, helping] = useDisclosure();
  const [palette, setPalette] = useState(0);
  const [letters] = useLetterKeys();
  const { simulated } = useClock();
  const places = NAV_ITEMS.filter(({ roles }) => !roles || me.has(...roles));
  const going = Object.fromEntries(
    places.map(({ name, to, key }) => [
      `g ${key}`,
      { label: shell.shortcuts.go(shell.nav[name]), run: () => void navigate({ to }), everywhere: true },
    ]),
  );
  const keys: Shortcuts = {
    '$mod+k': {
      label: shell.shortcuts.palette,
      run: () => setPalette((before) => before + 1),
      whileTyping: true,
      everywhere: true,
    },
    'Shift+?': { label: shell.shortcuts.help, run: helping.open, everywhere: true },
    ...going,
  };
  useKeys(keys);
  return (
    <AppShell
      header={{ height: 44 }}
      navbar={{ width: 196, breakpoint: 'sm', collapsed: { mobile: !menu } }}
      padding={{ base: 'xs', sm: 'md' }}
    >
      <a href="#content" className="skip">
        {shell.skip}
      </a>
      <AppShell.Header>
        <Group h="100%" px="sm" justify="space-between" wrap="nowrap" gap="xs">
          <Group gap="xs" wrap="nowrap">
            <Burger opened={menu} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={shell.menu} />
            <Text fw={700} c="var(--mantine-primary-color-light-color)" component={Link} to="/">
              {shell.name}
            </Text>
            {simulated && (
              <Badge color="yellow" tt="none" title={shell.simulated} visibleFrom="sm">
                {shell.simulated}
              </Badge>
            )}
          </Group>
          <Group gap="sm" wrap="nowrap">
            <Freshness />
            <UnstyledButton
              onClick={() => setPalette((before) => before + 1)}
              aria-label={`${shell.shortcuts.palette}: ${keyNames('$mod+k').join('')}`}
            >
              <Kbd size="xs">{keyNames('$mod+k').join('')}</Kbd>
            </UnstyledButton>
            <UserMenu onHelp={helping.open} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p={4} aria-label={shell.menu}>
        <ScrollArea>
          {places.map(({ name, to, key }) => (
            <NavLink
              key={name}
              component={Link}
              to={to}
              label={shell.nav[name]}
              active={to === '/' ? pathname === '/' : pathname.startsWith(to)}
              {...(pathname === to ? { 'aria-current': 'page' as const } : {})}
              onClick={close}
              py={5}
              rightSection={
                letters && (
                  <Text span size="xs" c="dimmed" visibleFrom="sm" aria-hidden>
                    G {key.toUpperCase()}
                  </Text>
                )
              }
            />
          ))}
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        {simulated && (
          <Text size="xs" c="dimmed" hiddenFrom="sm" mb="xs">
            {shell.simulated}
          </Text>
        )}
        <Box maw={WIDEST}>
          <SendingStatusAlert />
          <Outlet />
        </Box>
      </AppShell.Main>
      <ShortcutHelp opened={help} onClose={helping.close} />
      {palette > 0 && (
        <Suspense>
          <Palette key={palette} places={places} />
        </Suspense>
      )}
    </AppShell>
  );
}
