import { Spotlight, spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { useQuery } from '@tanstack/react-query';
import { linkOptions, useNavigate, type NavigateOptions } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { http } from '../api/client';
import { useWords } from '../i18n';
import { useActiveKeys } from './shortcuts';
import type { NavItem } from './navigation';

const LEAST = 2;

/** Ctrl/Cmd+K: opens screens, runs the screen's actions and finds records by name. */
export function CommandPalette({ places }: { places: NavItem[] }) {
  const { shell } = useWords();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const live = useActiveKeys();
  useEffect(() => spotlight.open(), []);
  const { data: found = [] } = useQuery({
    queryKey: ['palette', query],
    queryFn: () => search(query),
    enabled: query.trim().length >= LEAST,
    staleTime: 10_000,
  });
  const fits = (text: string) => text.toLowerCase().includes(query.trim().toLowerCase());
  const goes = places.map(({ name, to }) => ({
    id: to,
    label: shell.nav[name],
    onClick: () => void navigate({ to }),
  }));
  const run = live
    .filter(([, key]) => !key.everywhere)
    .map(([name, key]) => ({ id: name, label: key.label, onClick: () => key.run(new KeyboardEvent('keydown')) }));
  const finds = found.map(({ id, label, link }) => ({
    id,
    label,
    onClick: () => void navigate(link),
  }));
  const groups = [
    { group: shell.shortcuts.go('…'), actions: goes.filter(({ label }) => fits(label)) },
    { group: shell.shortcuts.here, actions: run.filter(({ label }) => fits(label)) },
    { group: shell.list.search, actions: finds },
  ].filter(({ actions }) => actions.length > 0);
  return (
    <Spotlight
      actions={groups}
      filter={(_, all) => all}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      nothingFound={shell.palette.nothing}
      searchProps={{ placeholder: shell.palette.hint, 'aria-label': shell.palette.hint }}
      scrollable
      maxHeight={420}
    />
  );
}

interface Found {
  id: string;
  label: string;
  link: NavigateOptions;
}

async function search(q: string): Promise<Found[]> {
  const params = { query: { q, limit: 5 } };
  const [organizations, contacts, propositions, campaigns, plays] = await Promise.all([
    http.GET('/api/v1/organizations', { params }),
    http.GET('/api/v1/contacts', { params }),
    http.GET('/api/v1/propositions', { params }),
    http.GET('/api/v1/campaigns', { params }),
    http.GET('/api/v1/plays', { params }),
  ]);
  return [
    ...(organizations.data?.items ?? []).map(({ id, name }) => ({
      id,
      label: name,
      link: linkOptions({ to: '/organizations', search: { open: id } }),
    })),
    ...(contacts.data?.items ?? []).map(({ id, name }) => ({
      id,
      label: name,
      link: linkOptions({ to: '/contacts', search: { open: id } }),
    })),
    ...(propositions.data?.items ?? []).map(({ id, title }) => ({
      id,
      label: title,
      link: linkOptions({ to: '/propositions/$id', params: { id } }),
    })),
    ...(campaigns.data?.items ?? []).map(({ id, name }) => ({
      id,
      label: name,
      link: linkOptions({ to: '/campaigns/$id', params: { id } }),
    })),
    ...(plays.data?.items ?? []).map(({ id, name }) => ({
      id,
      label: name,
      link: linkOptions({ to: '/plays/$id', params: { id } }),
    })),
  ];
}
