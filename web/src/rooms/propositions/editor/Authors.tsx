import { CloseButton, Group, Stack, Text } from '@mantine/core';
import { api, http } from '../../../api/client';
import { useMe } from '../../../shell/session';
import { UserName } from '../../../components/users/UserName';
import { UserPicker } from '../../../components/users/UserPicker';
import { Section } from '../../../components/layout/Section';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { useDepartmentName } from '../../../components/users/useDepartmentName';
import { useWords } from '../../../i18n';
import type { Version } from '../version/content';
import { useAction } from '../version/useAction';

export function Authors({ version, mayInvite }: { version: Version; mayInvite: boolean }) {
  const words = useWords().propositions;
  const change = useAction();
  const department = useDepartmentName();
  const path = (userId: string) => ({ params: { path: { id: version.id, userId } } });
  return (
    <Section title={words.authors}>
      <div id="field-authors" />
      <Stack gap={4}>
        {version.authors.map(({ userId, name, department: of }) => (
          <Group key={userId} gap={4} justify="space-between" wrap="nowrap">
            <Text size="sm">
              {name}{' '}
              <Text span size="xs" c="dimmed">
                {department(of)}
              </Text>
            </Text>
            {mayInvite && version.authors.length > 1 && (
              <CloseButton
                size="xs"
                aria-label={words.removeAuthor(name)}
                onClick={() =>
                  void change(() => http.DELETE('/api/v1/versions/{id}/authors/{userId}', path(userId)), words.removed)
                }
              />
            )}
          </Group>
        ))}
        <LastSaved version={version} />
        {mayInvite && (
          <UserPicker
            key={version.authors.length}
            label={words.invite}
            placeholder={words.inviteHint}
            value={null}
            onChange={(userId) =>
              userId &&
              void change(() => http.PUT('/api/v1/versions/{id}/authors/{userId}', path(userId)), words.invited)
            }
          />
        )}
      </Stack>
    </Section>
  );
}

function LastSaved({ version }: { version: Version }) {
  const words = useWords().propositions;
  const me = useMe();
  const { data } = api.useQuery(
    'get',
    '/api/v1/audit-entries',
    { params: { query: { entity: 'proposition_version', entityId: version.id, limit: 1 } } },
    { enabled: me.has('admin', 'executive', 'manager'), staleTime: 2_000 },
  );
  const last = data?.items[0];
  if (!last || !/^[0-9a-f-]{36}$/.test(last.actor)) return null;
  return (
    <Text size="xs" c="dimmed">
      {words.lastBy} <UserName id={last.actor} />, <RelativeTime at={last.at} />
    </Text>
  );
}
