import { Checkbox, Stack } from '@mantine/core';
import { useState } from 'react';
import { http, type Shape } from '../../../api/client';
import { Form } from '../../../components/forms/Form';
import { useWords } from '../../../i18n';
import { OrganizationPicker } from './OrganizationPicker';

type Job = Shape<'EmploymentView'>;

/** Undo removes the new job and reopens the one it ended. */
export function NewJob({ contactId, current, onClose }: { contactId: string; current: Job[]; onClose: () => void }) {
  const { jobs: words } = useWords().accounts;
  const [organizationId, setOrganizationId] = useState<string | null>(null);
  const [keepOthers, setKeepOthers] = useState(false);
  const begin = async (filled: Omit<Shape<'NewEmployment'>, 'organizationId' | 'keepOthers'>): Promise<Job> => {
    const { data } = await http.POST('/api/v1/contacts/{id}/employments', {
      params: { path: { id: contactId } },
      body: { ...filled, organizationId: organizationId ?? '', keepOthers },
    });
    onClose();
    return data!;
  };
  const takeBack = async ({ id }: Job) => {
    await http.DELETE('/api/v1/employments/{id}', { params: { path: { id } } });
    if (keepOthers) return;
    for (const each of current)
      await http.PATCH('/api/v1/employments/{id}', { params: { path: { id: each.id } }, body: { until: null } });
  };
  return (
    <Stack gap="xs" role="group" aria-label={words.new}>
      <OrganizationPicker label={words.employer} value={organizationId} onChange={setOrganizationId} />
      {current.length > 0 && (
        <Checkbox
          label={words.keepOthers}
          checked={keepOthers}
          onChange={(event) => setKeepOthers(event.currentTarget.checked)}
        />
      )}
      <Form
        fields={[
          { name: 'title', label: words.job },
          { name: 'department', label: words.department },
          { name: 'since', label: words.since, kind: 'date', hint: words.sinceHint },
        ]}
        submitLabel={words.begin}
        doneMessage={current.length > 0 && !keepOthers ? words.moved : words.begun}
        onSubmit={begin}
        onUndo={takeBack}
        onCancel={onClose}
      />
    </Stack>
  );
}
