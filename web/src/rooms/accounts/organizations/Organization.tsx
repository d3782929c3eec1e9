import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { api, type Shape } from '../../../api/client';
import { useMe } from '../../../shell/session';
import { useListing } from '../../../components/lists/useListing';
import { SidePanel } from '../../../components/layout/SidePanel';
import { Section } from '../../../components/layout/Section';
import { QueryState } from '../../../components/status/QueryState';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { useWords } from '../../../i18n';
import { readablePhone } from '../../../i18n/phone';
import { Merges } from '../duplicates/Merges';
import { MergeWith } from './MergeWith';
import { BuyingGroup } from './BuyingGroup';
import { EditableDetails } from '../contacts/EditableDetails';
import { RelationshipHistory } from '../contacts/RelationshipHistory';
import { NewContact } from '../contacts/NewContact';
import { OrganizationOwner } from './OrganizationOwner';
import { SuppressionStatus } from '../contacts/SuppressionStatus';

const FIELDS = [
  'name',
  'relationship',
  'domain',
  'website',
  'sector',
  'industry',
  'employees',
  'founded',
  'revenueMinor',
  'revenueCurrency',
  'address',
  'postalCode',
  'city',
  'region',
  'country',
  'timeZone',
  'phone',
  'tags',
  'externalId',
] as const;

export function Organization({ id, onClose }: { id: string; onClose: () => void }) {
  const { accounts, buying } = useWords();
  const query = api.useQuery(
    'get',
    '/api/v1/organizations/{id}',
    { params: { path: { id } } },
    { meta: { still: true } },
  );
  const reload = () => void query.refetch();
  return (
    <SidePanel title={query.data?.name ?? ''} opened onClose={onClose} wide>
      <QueryState query={query}>
        {(organization) => (
          <Stack gap="sm">
            {organization.madeUp && (
              <Text size="xs" c="dimmed">
                {accounts.organization.demoData}
              </Text>
            )}
            <ScreenLink to="/organizations/$id/map" params={{ id }} size="sm">
              {buying.map}
            </ScreenLink>
            <Merges of="organizations" id={id} reload={reload} />
            <MergeWith
              organization={organization}
              onMerged={(survivorId) => (survivorId === id ? reload() : onClose())}
            />
            <BuyingGroup organizationId={id} />
            <People id={id} />
            <EditableDetails
              of="organizations"
              thing={organization}
              fields={FIELDS}
              names={accounts.organization}
              options={{ relationship: accounts.relationship }}
              roles={['sales_ops', 'admin']}
              reload={reload}
            />
            <SuppressionStatus
              kind="organization"
              id={id}
              name={organization.name}
              {...(organization.domain ? { domain: organization.domain } : {})}
            />
            <OrganizationOwner id={id} />
            <RelationshipHistory filters={{ organizationId: id }} />
          </Stack>
        )}
      </QueryState>
    </SidePanel>
  );
}

function People({ id }: { id: string }) {
  const { accounts } = useWords();
  const { contacts: words } = accounts;
  const adds = useMe().has('sales_ops', 'admin');
  const [adding, setAdding] = useState(false);
  const { items, isSuccess, refetch } = useListing('/api/v1/contacts', { filters: { organizationId: id } });
  const made = () => {
    setAdding(false);
    void refetch();
  };
  return (
    <Section
      title={words.title}
      actions={
        <Group gap="xs">
          <ScreenLink to="/contacts" search={{ organizationId: id }} size="sm">
            {words.all}
          </ScreenLink>
          {adds && !adding && (
            <Button variant="default" size="compact-xs" onClick={() => setAdding(true)}>
              {words.new}
            </Button>
          )}
        </Group>
      }
    >
      {adding && <NewContact organizationId={id} onMade={made} onCancel={() => setAdding(false)} />}
      {isSuccess && items.length === 0 && <Text size="sm">{words.none}</Text>}
      {items.map((person: Shape<'ContactView'>) => (
        <Text key={person.id} size="sm" component="div">
          <ScreenLink to="/contacts" search={{ open: person.id }} size="sm">
            {person.name}
          </ScreenLink>{' '}
          <Text span size="sm" c="dimmed">
            {[person.email, person.phone && readablePhone(person.phone)].filter(Boolean).join(' · ')}
          </Text>
        </Text>
      ))}
    </Section>
  );
}
