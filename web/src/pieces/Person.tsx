import { Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { api } from '../api/client';

const LONG_MS = 600_000;

/** A user of Overture by name; asked for once, whoever shows it. */
export function Person({ id, none = '—' }: { id: string | null | undefined; none?: string }) {
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

/** Chooses a user by some letters of the name. */
export function PersonPicker({
  label,
  value,
  onChange,
  error,
  department,
  roles,
  placeholder,
  required = false,
}: {
  label: string;
  value: string | null;
  onChange: (id: string | null) => void;
  error?: string | undefined;
  department?: string | undefined;
  roles?: string;
  placeholder?: string;
  required?: boolean;
}) {
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 200);
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  // what stands in the field after a choice is a name, not a search
  const query = { limit: 30, state: 'active', ...(q && q !== chosen?.label ? { q } : {}) };
  const { data } = api.useQuery('get', '/api/v1/users', {
    params: { query: { ...query, ...(department ? { department } : {}), ...(roles ? { roles } : {}) } },
  });
  const found = (data?.items ?? []).map(({ id, name, department: of }) => ({ value: id, label: `${name} (${of})` }));
  const options = chosen && !found.some(({ value: id }) => id === chosen.value) ? [chosen, ...found] : found;
  return (
    <Select
      label={label}
      placeholder={placeholder}
      searchable
      clearable
      required={required}
      data={options}
      value={value}
      error={error}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      onChange={(id) => {
        setChosen(options.find((option) => option.value === id) ?? null);
        onChange(id);
      }}
    />
  );
}
