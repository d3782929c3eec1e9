import { Text } from '@mantine/core';
import { api } from '../../api/client';

const LONG_MS = 600_000;

/** Shows a user's name. The query is cached, so that many rows cost one request. */
export function UserName({ id, none = '—' }: { id: string | null | undefined; none?: string }) {
  const { data } = api.useQuery(
    'get',
    '/api/v1/users/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: Boolean(id), staleTime: LONG_MS },
  );
  return (
    <Text span inherit {...(id ? {} : { c: 'dimmed' })}>
      {id ? (data?.name ?? '…') : none}
    </Text>
  );
}
