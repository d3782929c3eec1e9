import { Text } from '@mantine/core';
import { api } from '../../../api/client';
import { useWords } from '../../../i18n';

/** Other names under which the person came up. */
export function Aliases({ id }: { id: string }) {
  const { contact: words } = useWords().accounts;
  const { data } = api.useQuery('get', '/api/v1/contacts/{id}/aliases', { params: { path: { id } } });
  if (!data || data.items.length === 0) return null;
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      {words.alsoKnownAs}: {data.items.map(({ name }) => name).join(' · ')}
    </Text>
  );
}
