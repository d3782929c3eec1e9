import { Text } from '@mantine/core';
import { useState } from 'react';
import { api, http } from '../../api/client';
import { Form } from '../../components/forms/Form';
import { QueryState } from '../../components/status/QueryState';
import { ScreenLink } from '../../components/layout/ScreenLink';
import { useLanguage, useWords } from '../../i18n';

/** Asks for the address of a person who forgot the password. The answer does not tell whether it is known. */
export function AskForReset() {
  const { link: words } = useWords().account;
  const { language } = useLanguage();
  const way = api.useQuery('get', '/api/v1/password-resets');
  const [sent, setSent] = useState(false);
  return (
    <>
      <QueryState query={way} lines={3}>
        {({ byMail }) =>
          !byMail || sent ? (
            <Text size="sm" role="status">
              {byMail ? words.sent : words.askAdministrator}
            </Text>
          ) : (
            <>
              <Text size="sm">{words.note}</Text>
              <Form
                fields={[{ name: 'email', label: words.email, required: true }]}
                submitLabel={words.send}
                doneMessage={words.sent}
                onSubmit={async ({ email }: { email: string }) => {
                  await http.POST('/api/v1/password-resets', { body: { email, language } });
                  setSent(true);
                }}
              />
            </>
          )
        }
      </QueryState>
      <ScreenLink to="/" size="sm">
        {words.signIn}
      </ScreenLink>
    </>
  );
}
