import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { api, http, type Shape } from '../../api/client';
import { useKeys } from '../../shell/shortcuts';
import { AdminTabs } from '../../components/layout/AdminTabs';
import { StateBadge } from '../../components/status/StateBadge';
import { useDepartmentName } from '../../components/users/useDepartmentName';
import { Form, type FormField } from '../../components/forms/Form';
import { ConfirmDialog } from '../../components/layout/ConfirmDialog';
import { Section } from '../../components/layout/Section';
import { KeyHint } from '../../components/layout/KeyHint';
import { useFilters } from '../../components/lists/useListing';
import { Listing } from '../../components/lists/Listing';
import { SidePanel } from '../../components/layout/SidePanel';
import { Screen } from '../../components/layout/Screen';
import { QueryState } from '../../components/status/QueryState';
import { EmptyState } from '../../components/status/EmptyState';
import { useLanguage, useWords } from '../../i18n';
import { SessionTable } from './SessionTable';
import { LinkToHandOver, useIssueLink, UserPasswordLink } from './UserPasswordLink';

const ROLES = ['executive', 'sales_ops', 'rep', 'manager', 'admin'] as const;
const NEW = 'new';

export function Users() {
  const { shell, terms, admin: words } = useWords();
  const { filters, set } = useFilters();
  const department = useDepartmentName();
  useKeys({ c: { label: words.newUser, run: () => set({ open: NEW }) } });
  const create = (
    <Button onClick={() => set({ open: NEW })} rightSection={<KeyHint keys="c" />}>
      {words.newUser}
    </Button>
  );
  const close = () => set({ open: undefined });
  return (
    <Screen title={shell.nav.admin} actions={create}>
      <AdminTabs />
      <Listing
        name="users"
        of="/api/v1/users"
        facets={[
          { filter: 'state', label: words.state },
          { filter: 'department', label: words.department, format: department },
        ]}
        columns={[
          { key: 'name', title: words.name, sorts: true, render: ({ name }) => name },
          { key: 'email', title: words.email, wide: true, render: ({ email }) => email },
          { key: 'department', title: words.department, width: 150, render: (one) => department(one.department) },
          {
            key: 'roles',
            title: words.roles,
            width: 220,
            render: ({ roles }) => roles.map((each) => terms.roles[each]).join(', '),
          },
          { key: 'state', title: words.state, width: 110, render: ({ state }) => <StateBadge state={state} /> },
        ]}
        onOpen={({ id }) => set({ open: id })}
        openId={filters.open}
        empty={
          <EmptyState title={words.noUsers} action={create}>
            {words.noUsersYet}
          </EmptyState>
        }
      />
      <SidePanel
        title={filters.open === NEW ? words.newUser : words.tabs.users}
        opened={Boolean(filters.open)}
        onClose={close}
      >
        {filters.open === NEW ? <CreateUser onDone={close} /> : filters.open && <EditUser id={filters.open} />}
      </SidePanel>
    </Screen>
  );
}

function useUserFields(): FormField<Exclude<keyof Shape<'UserChange'>, 'state'>>[] {
  const { terms, admin: words } = useWords();
  const departments = api.useQuery('get', '/api/v1/departments');
  return [
    { name: 'name', label: words.name, required: true },
    {
      name: 'department',
      label: words.department,
      kind: 'choice',
      required: true,
      options: (departments.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      name: 'roles',
      label: words.roles,
      kind: 'several',
      required: true,
      options: ROLES.map((value) => ({ value, label: terms.roles[value] })),
    },
  ];
}

function CreateUser({ onDone }: { onDone: () => void }) {
  const { admin: words } = useWords();
  const { language } = useLanguage();
  const fields = useUserFields();
  const way = api.useQuery('get', '/api/v1/password-resets');
  const issue = useIssueLink();
  const [link, setLink] = useState<string | null>(null);
  if (link) return <LinkToHandOver link={link} />;
  return (
    <Form
      fields={[{ name: 'email', label: words.email, required: true }, ...fields]}
      submitLabel={words.create}
      doneMessage={words.created}
      onSubmit={async (body: Omit<Shape<'NewUser'>, 'language'>) => {
        const { data: user } = await http.POST('/api/v1/users', { body: { ...body, language } });
        if (way.data?.byMail === false) setLink(await issue(user!.id));
        else onDone();
      }}
    />
  );
}

function EditUser({ id }: { id: string }) {
  const { admin: words } = useWords();
  const fields = useUserFields();
  const user = api.useQuery('get', '/api/v1/users/{id}', { params: { path: { id } } }, { meta: { still: true } });
  return (
    <QueryState query={user}>
      {({ name, department, roles, state, revision }) => (
        <Stack>
          <Form
            key={`${id} ${revision}`}
            fields={[
              ...fields,
              {
                name: 'state',
                label: words.state,
                kind: 'choice',
                options: [
                  { value: 'active', label: state === 'invited' ? words.invited : words.active },
                  { value: 'disabled', label: words.disabled },
                ],
              },
            ]}
            initial={{ name, department, roles, state: state === 'disabled' ? state : 'active' }}
            submitLabel={words.save}
            doneMessage={words.saved}
            onSubmit={(body: Shape<'UserChange'>) =>
              http.PATCH('/api/v1/users/{id}', {
                params: { path: { id } },
                headers: { 'if-match': `"${revision}"` },
                body,
              })
            }
          />
          {state !== 'disabled' && <UserPasswordLink key={id} id={id} state={state} />}
          <UserSessions id={id} name={name} />
        </Stack>
      )}
    </QueryState>
  );
}

function UserSessions({ id, name }: { id: string; name: string }) {
  const { account: words } = useWords();
  const path = { id };
  const sessions = api.useQuery('get', '/api/v1/users/{id}/sessions', { params: { path } });
  const [asks, setAsks] = useState(false);
  return (
    <QueryState query={sessions}>
      {({ items }) => (
        <Section
          title={words.sessions}
          actions={
            items.length > 0 && (
              <Button variant="default" size="compact-sm" onClick={() => setAsks(true)}>
                {words.endAll}
              </Button>
            )
          }
        >
          <SessionTable
            items={items}
            onEnd={(sessionId) =>
              http.DELETE('/api/v1/users/{id}/sessions/{sessionId}', { params: { path: { id, sessionId } } })
            }
          />
          {asks && (
            <ConfirmDialog
              title={words.endAll}
              note={words.endAllNote(name)}
              confirmLabel={words.endAll}
              colour="red"
              onConfirm={() =>
                http.DELETE('/api/v1/users/{id}/sessions', { params: { path } }).then(() => sessions.refetch())
              }
              onClose={() => setAsks(false)}
            />
          )}
        </Section>
      )}
    </QueryState>
  );
}
