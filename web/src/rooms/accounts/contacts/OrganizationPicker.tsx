import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { api } from '../../../api/client';

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
  // after a selection, the text is the selected name and not a search
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
