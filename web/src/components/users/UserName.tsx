import { Text } from '@mantine/core';
import { api } from '../../api/client';

const LONG_MS = 600_000;

/** A user of Overture by name; asked for once, whoever shows it. */
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
