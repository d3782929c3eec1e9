import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, http, type Shape } from '../../api/client';
import { Section } from '../../components/layout/Section';
import { RelativeTime } from '../../components/status/RelativeTime';
import { QueryState } from '../../components/status/QueryState';
import { useNotify } from '../../components/status/useNotify';
import { useLanguage, useWords } from '../../i18n';
import { useNow } from '../../shell/clock';

/** Makes a new link. Returns it where it is to be handed over; null where it is mailed. */
export function useIssueLink(): (userId: string) => Promise<string | null> {
  const { language } = useLanguage();
  return async (id) => {
    const { data } = await http.POST('/api/v1/users/{id}/password-links', {
      params: { path: { id } },
      body: { language },
    });
    return data!.link;
  };
}

/** The newest link by which a user chooses a password, and a button for a new one. */
export function UserPasswordLink({ id, state }: { id: string; state: 'invited' | 'active' }) {
  const words = useWords().admin.passwordLink;
  const queries = useQueryClient();
  const notify = useNotify();
  const issue = useIssueLink();
  const [link, setLink] = useState<string | null>(null);
  const way = api.useQuery('get', '/api/v1/password-resets');
  const newest = api.useQuery('get', '/api/v1/users/{id}/password-links', { params: { path: { id } } });
  const renew = async () => {
    try {
      const given = await issue(id);
      setLink(given);
      if (given === null) notify.success(words.sending);
    } catch (error) {
      notify.error(error);
    }
    await queries.invalidateQueries();
  };
  return (
    <QueryState query={newest} lines={2}>
      {({ items: [last] }) => (
        <Section
          title={words.title}
          note={words.note}
          actions={
            <Button variant="default" size="compact-sm" onClick={() => void renew()}>
              {way.data?.byMail === false
                ? state === 'invited'
                  ? words.makeInvitation
                  : words.makeReset
                : state === 'active'
                  ? words.reset
                  : last
                    ? words.inviteAgain
                    : words.invite}
            </Button>
          }
        >
          <Stack gap="xs">
            {link && <LinkToHandOver link={link} />}
            {last ? <LinkStatus link={last} /> : <Text size="sm">{words.none}</Text>}
          </Stack>
        </Section>
      )}
    </QueryState>
  );
}

function LinkStatus({
  link: { purpose, mailState, mailResponse, expiresAt, usedAt },
}: {
  link: Shape<'PasswordLinkView'>;
}) {
  const words = useWords().admin.passwordLink;
  const isOver = Date.parse(expiresAt) < useNow();
  return (
    <>
      <Group gap="xs">
        <Text size="sm">
          {words.purpose[purpose]}: {words.mailState[mailState]}
        </Text>
        <Text size="sm" c="dimmed">
          {usedAt ? words.used : isOver ? words.expired : words.until} <RelativeTime at={usedAt ?? expiresAt} />
        </Text>
      </Group>
      {mailResponse && mailState !== 'sent' && <Code block>{mailResponse}</Code>}
    </>
  );
}

export function LinkToHandOver({ link }: { link: string }) {
  const words = useWords().admin.passwordLink;
  return (
    <Alert color="yellow">
      <Text size="sm" mb="xs">
        {words.link}
      </Text>
      <Code block mb="xs" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {link}
      </Code>
      <CopyButton value={link}>
        {({ copied, copy }) => (
          <Button size="compact-sm" variant="default" onClick={copy}>
            {copied ? words.copied : words.copy}
          </Button>
        )}
      </CopyButton>
    </Alert>
  );
}
