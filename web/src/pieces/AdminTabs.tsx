import { Tabs } from '@mantine/core';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useWords } from '../words';

const TABS = ['users', 'settings', 'audit', 'senders', 'mailboxes', 'webhooks', 'deliveries'] as const;

/** The administrator's screens, of whatever room. */
export function AdminTabs() {
  const { admin } = useWords();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const at = TABS.find((tab) => pathname === `/admin/${tab}`) ?? 'users';
  return (
    <Tabs value={at} onChange={(tab) => void navigate({ to: tab === 'users' ? '/admin' : `/admin/${tab}` })} mb="sm">
      <Tabs.List>
        {TABS.map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {admin.tabs[tab]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}
