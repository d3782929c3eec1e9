import { Button } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api/client';
import { useKeys } from '../../frame/keys';
import { AdminTabs } from '../../pieces/AdminTabs';
import { Chip } from '../../pieces/Chip';
import { Hint } from '../../pieces/Hint';
import { useFilters } from '../../pieces/listing';
import { Listing } from '../../pieces/Listing';
import { Panel } from '../../pieces/Panel';
import { Screen } from '../../pieces/Screen';
import { Answered, Nothing } from '../../pieces/Standing';
import { useWords } from '../../words';
import { UserForm } from './UserForm';

export function Users() {
  const { frame, admin: words, terms } = useWords();
  const { filters, set } = useFilters();
  const [making, setMaking] = useState(false);
  const create = () => setMaking(true);
  useKeys({ c: { says: words.users.create, does: create } });
  return (
    <Screen
      title={frame.places.admin}
      actions={
        <Button onClick={create} rightSection={<Hint keys="c" />}>
          {words.users.create}
        </Button>
      }
    >
      <AdminTabs />
      <Listing
        name="users"
        of="/api/v1/users"
        facets={[
          { filter: 'state', label: words.state },
          { filter: 'department', label: words.department },
        ]}
        columns={[
          { key: 'name', title: words.name, sorts: true, render: ({ name }) => name },
          { key: 'email', title: words.email, wide: true, render: ({ email }) => email },
          { key: 'department', title: words.department, render: ({ department }) => department },
          {
            key: 'roles',
            title: words.roles,
            render: ({ roles }) => roles.map((role) => terms.roles[role]).join(', '),
          },
          { key: 'state', title: words.state, width: 100, wide: true, render: ({ state }) => <Chip state={state} /> },
        ]}
        onOpen={({ id }) => set({ open: id })}
        openId={filters.open}
        empty={<Nothing title={words.users.none}>{words.users.noneYet}</Nothing>}
      />
      <Panel title={words.users.create} opened={making} onClose={() => setMaking(false)}>
        {making && <UserForm onDone={() => setMaking(false)} />}
      </Panel>
      <Panel title={words.tabs.users} opened={filters.open !== undefined} onClose={() => set({ open: undefined })}>
        {filters.open && <OneUser id={filters.open} onDone={() => set({ open: undefined })} />}
      </Panel>
    </Screen>
  );
}

function OneUser({ id, onDone }: { id: string; onDone: () => void }) {
  const query = api.useQuery('get', '/api/v1/users/{id}', { params: { path: { id } } }, { meta: { still: true } });
  return <Answered query={query}>{(user) => <UserForm user={user} onDone={onDone} />}</Answered>;
}
