import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { api } from '../../../api/client';

/** Chooses an organization by some letters of its name. */
export function OrganizationPicker({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | null;
  onChange: (id: string | null) => void;
}) {
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 200);
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  // what stands in the field after a choice is a name, not a search
  const query = { limit: 30, ...(q && q !== chosen?.label ? { q } : {}) };
  const { data } = api.useQuery('get', '/api/v1/organizations', { params: { query } });
  const found = (data?.items ?? []).map(({ id, name, city }) => ({
    value: id,
    label: city ? `${name} (${city})` : name,
  }));
  const options = chosen && !found.some((each) => each.value === chosen.value) ? [chosen, ...found] : found;
  return (
    <Select
      label={label}
      searchable
      required
      data={options}
      value={value}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      onChange={(id) => {
        setChosen(options.find((each) => each.value === id) ?? null);
        onChange(id);
      }}
    />
  );
}
