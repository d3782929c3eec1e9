import { Badge, Button, Group, Text, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { api, http } from '../../../api/client';
import { useMe } from '../../../shell/session';
import { useNotify } from '../../../components/status/useNotify';
import { ConfirmDialog } from '../../../components/layout/ConfirmDialog';
import { StateBadge } from '../../../components/status/StateBadge';
import { useListing } from '../../../components/lists/useListing';
import { Section } from '../../../components/layout/Section';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { plain, useWords } from '../../../i18n';

/** Shows what blocks contact: suppression by id, address, domain or number. */
export function SuppressionStatus({
  kind,
  id,
  name,
  domain,
  email,
  phone,
}: {
  kind: 'organization' | 'contact';
  id: string;
  name: string;
  domain?: string;
  email?: string;
  phone?: string;
}) {
  const { suppression: words } = useWords().accounts;
  const me = useMe();
  const notify = useNotify();
  const maySuppress =
    kind === 'contact' ? me.has('sales_ops', 'admin', 'rep', 'manager') : me.has('sales_ops', 'admin');
  const [asks, setAsks] = useState(false);
  const [lifts, setLifts] = useState<string | null>(null);
  const mailDomain = email?.split('@')[1];
  const value = [id, domain, email, mailDomain, phone].filter(Boolean).join(',');
  const { items, isSuccess, refetch } = useListing('/api/v1/suppressions', { filters: { value, liftedAt: 'none' } });
  const suppressed = items.some((each) => each.value === id);
  // one of the address that follows another shown here ends with it
  const shown = items.filter(({ follows }) => !items.some((each) => each.id === follows));
  const standing = api.useQuery(
    'get',
    '/api/v1/suppressions/of/{contactId}',
    { params: { path: { contactId: id } } },
    { enabled: kind === 'contact' },
  );
  const other = items.length === 0 && standing.data?.suppressed === true;
  const free = kind === 'organization' || standing.data?.suppressed === false;
  return (
    <Section title={words.title}>
      {isSuccess && items.length === 0 && free && <Text size="sm">{words.allowed}</Text>}
      {other && (
        <Group gap="xs">
          <StateBadge state="suppressed" label={words.suppressed} />
          <Text size="sm">{words.blockedElsewhere}</Text>
        </Group>
      )}
      {shown.map((each) => (
        <Group key={each.id} gap="xs">
          <StateBadge state="suppressed" label={words.suppressed} />
          <Text size="sm" component="div">
            {plain(each.kind)} · {plain(each.reason)} {each.note && `· ${each.note}`} ·{' '}
            <RelativeTime at={each.createdAt} />
          </Text>
          {each.unverified && (
            <Tooltip label={[words.unverifiedHint, each.evidence].filter(Boolean).join(' ')} multiline maw={360}>
              <Badge color="yellow" variant="light" size="sm" tt="none" tabIndex={0}>
                {words.unverified}
              </Badge>
            </Tooltip>
          )}
          {me.has('sales_ops', 'admin', ...(each.unverified ? (['rep'] as const) : [])) && (
            <Button variant="default" size="compact-xs" onClick={() => setLifts(each.id)}>
              {each.unverified ? words.undo : words.lift}
            </Button>
          )}
        </Group>
      ))}
      {!suppressed && maySuppress && (
        <Button mt="xs" variant="default" size="compact-xs" onClick={() => setAsks(true)}>
          {words.suppress}
        </Button>
      )}
      {lifts && (
        <ConfirmDialog
          title={words.liftTitle(name)}
          note={words.liftNote}
          reasonLabel={words.reason}
          reasonPlaceholder={words.liftHint}
          confirmLabel={words.lift.replace(' …', '')}
          onConfirm={async (reason) => {
            await http.POST('/api/v1/suppressions/{id}/lifting', { params: { path: { id: lifts } }, body: { reason } });
            notify.success(words.lifted);
            await refetch();
          }}
          onClose={() => setLifts(null)}
        />
      )}
      {asks && (
        <ConfirmDialog
          title={words.suppressTitle(name)}
          note={words.note}
          reasonLabel={words.reason}
          reasonPlaceholder={words.hint}
          confirmLabel={words.suppress.replace(' …', '')}
          colour="red"
          onConfirm={async (note) => {
            await http.POST('/api/v1/suppressions', { body: { kind, value: id, reason: 'manual', note } });
            notify.success(words.done);
            await refetch();
          }}
          onClose={() => setAsks(false)}
        />
      )}
    </Section>
  );
}
