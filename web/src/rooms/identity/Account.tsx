import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { api, http } from '../../api/client';
import { Form } from '../../components/forms/Form';
import { ConfirmDialog } from '../../components/layout/ConfirmDialog';
import { Screen } from '../../components/layout/Screen';
import { Section } from '../../components/layout/Section';
import { QueryState } from '../../components/status/QueryState';
import { useWords } from '../../i18n';
import { SessionTable } from './SessionTable';

/** The signed-in user's password, sessions and tokens. */
export function Account() {
  const { account: words } = useWords();
  const sessions = api.useQuery('get', '/api/v1/sessions');
  const [asks, setAsks] = useState(false);
  return (
    <Screen title={words.title}>
      <Stack gap="sm" maw={720}>
        <Section title={words.password} note={words.passwordNote}>
          <Form
            fields={[
              { name: 'current', label: words.currentPassword, kind: 'password', required: true },
              {
                name: 'password',
                label: words.newPassword,
                kind: 'password',
                required: true,
                hint: words.passwordHint,
              },
            ]}
            submitLabel={words.change}
            doneMessage={words.changed}
            onSubmit={(body: { current: string; password: string }) =>
              http.PUT('/api/v1/sessions/current/password', { body })
            }
          />
        </Section>
        <Section
          title={words.sessions}
          note={words.sessionsNote}
          actions={
            <Button variant="default" onClick={() => setAsks(true)}>
              {words.everywhere}
            </Button>
          }
        >
          <QueryState query={sessions}>
            {({ items }) => (
              <SessionTable
                items={items}
                onEnd={(id) => http.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } })}
              />
            )}
          </QueryState>
        </Section>
      </Stack>
      {asks && (
        <ConfirmDialog
          title={words.everywhere}
          note={words.everywhereNote}
          confirmLabel={words.everywhere}
          colour="red"
          onConfirm={async () => {
            await http.DELETE('/api/v1/sessions');
            window.location.assign('/');
          }}
          onClose={() => setAsks(false)}
        />
      )}
    </Screen>
  );
}
