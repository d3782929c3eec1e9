import { useState } from 'react';
import { api } from '../../api/client';
import { SearchSelect } from '../forms/SearchSelect';

export function UserPicker({
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
  error?: string;
  department?: string;
  roles?: string;
  placeholder?: string;
  required?: boolean;
}) {
  const [q, setQ] = useState('');
  const query = { limit: 30, state: 'active', ...(q ? { q } : {}) };
  const { data } = api.useQuery('get', '/api/v1/users', {
    params: { query: { ...query, ...(department ? { department } : {}), ...(roles ? { roles } : {}) } },
  });
  return (
    <SearchSelect
      label={label}
      placeholder={placeholder}
      required={required}
      found={(data?.items ?? []).map(({ id, name, department: of }) => ({ value: id, label: `${name} (${of})` }))}
      onLook={setQ}
      value={value}
      error={error}
      onChange={onChange}
    />
  );
}
