import { Select } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';

interface Option {
  value: string;
  label: string;
}

/** A select that searches on the server: `onLook` receives the typed text after a pause. */
export function SearchSelect({
  label,
  found,
  onLook,
  value,
  onChange,
  error,
  placeholder,
  required = false,
}: {
  label: string;
  found: Option[];
  onLook: (q: string) => void;
  value: string | null;
  onChange: (id: string | null) => void;
  error?: string;
  placeholder?: string;
  required?: boolean;
}) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Option | null>(null);
  const look = useDebouncedCallback(onLook, 200);
  const options = chosen && !found.some((each) => each.value === chosen.value) ? [chosen, ...found] : found;
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
      onSearchChange={(text) => {
        setTyped(text);
        // after a selection, the text is the selected name and not a search
        look(options.some((option) => option.label === text) ? '' : text);
      }}
      filter={({ options: all }) => all}
      onChange={(id) => {
        setChosen(options.find((option) => option.value === id) ?? null);
        onChange(id);
      }}
    />
  );
}
