import { NativeSelect } from '@mantine/core';
import { api } from '../../../api/client';

export function useReps(): { id: string; name: string }[] {
  const { data } = api.useQuery('get', '/api/v1/users', {
    params: { query: { roles: 'rep', state: 'active', limit: 200 } },
  });
  return data?.items ?? [];
}

export function Reps({
  label,
  of,
  value,
  onChange,
}: {
  label: string;
  of: { id: string; name: string }[];
  value: string;
  onChange: (id: string) => void;
}) {
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={value}
      data={[{ value: '', label: '—' }, ...of.map(({ id, name }) => ({ value: id, label: name }))]}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
