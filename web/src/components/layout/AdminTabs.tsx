import { Tabs } from '@mantine/core';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useWords } from '../../i18n';

const TABS = {
  users: '/admin',
  permissions: '/admin/permissions',
  settings: '/admin/settings',
  lists: '/admin/lists',
  calendar: '/admin/calendar',
  queues: '/admin/queues',
  audit: '/admin/audit',
  webhooks: '/admin/webhooks',
  deliveries: '/admin/deliveries',
  senders: '/admin/senders',
  mailboxes: '/admin/mailboxes',
  providers: '/admin/providers',
} as const;
type Tab = keyof typeof TABS;
const NAMES = Object.keys(TABS) as Tab[];

/** The admin screens belong to different rooms, so their tabs live here. */
export function AdminTabs() {
  const words = useWords().admin.tabs;
  const { pathname } = useLocation();
  const navigate = useNavigate();
  // a screen below that of a tab belongs to it
  const at = NAMES.findLast((name) => pathname.startsWith(TABS[name])) ?? 'users';
  return (
    <Tabs value={at} onChange={(name) => void navigate({ to: TABS[name as Tab] })} mb="sm">
      <Tabs.List>
        {NAMES.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {words[name]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}
