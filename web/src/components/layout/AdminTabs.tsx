import { Tabs } from '@mantine/core';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useWords } from '../../i18n';

const PLACES = [
  'users',
  'permissions',
  'settings',
  'lists',
  'calendar',
  'queues',
  'audit',
  'webhooks',
  'deliveries',
  'senders',
  'mailboxes',
] as const;

/** The admin screens belong to different rooms, so their tabs live here. */
export function AdminTabs() {
  const words = useWords().admin.tabs;
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const at = PLACES.find((place) => pathname === `/admin/${place}`) ?? 'users';
  return (
    <Tabs
      value={at}
      onChange={(place) => void navigate({ to: place === 'users' ? '/admin' : `/admin/${place}` })}
      mb="sm"
    >
      <Tabs.List>
        {PLACES.map((place) => (
          <Tabs.Tab key={place} value={place}>
            {words[place]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}
