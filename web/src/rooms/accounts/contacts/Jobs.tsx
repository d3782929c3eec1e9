import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { api, http, type Shape } from '../../../api/client';
import { useMe } from '../../../shell/session';
import { Form } from '../../../components/forms/Form';
import { Section } from '../../../components/layout/Section';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { useWords } from '../../../i18n';
import { NewJob } from './NewJob';

type Job = Shape<'EmploymentView'>;

/** A new job ends the previous one, which stays on record. */
export function Jobs({ id }: { id: string }) {
  const { contact: words, jobs: jobWords } = useWords().accounts;
  const edits = useMe().has('sales_ops', 'admin', 'rep');
  const [open, setOpen] = useState<string | null>(null);
  const { data } = api.useQuery('get', '/api/v1/contacts/{id}/employments', { params: { path: { id } } });
  const jobs = data?.items ?? [];
  const close = () => setOpen(null);
  return (
    <Section
      title={words.jobs}
      actions={
        edits &&
        open !== 'new' && (
          <Button variant="default" size="compact-xs" onClick={() => setOpen('new')}>
            {jobWords.new}
          </Button>
        )
      }
    >
      <Stack gap="xs">
        {data && jobs.length === 0 && <Text size="sm">{jobWords.none}</Text>}
        {open === 'new' && (
          <NewJob contactId={id} current={jobs.filter(({ until }) => until === null)} onClose={close} />
        )}
        {jobs.map((job) =>
          open === job.id ? (
            <EditJob key={job.id} job={job} onClose={close} />
          ) : (
            <OneJob key={job.id} job={job} {...(edits ? { onEdit: () => setOpen(job.id) } : {})} />
          ),
        )}
      </Stack>
    </Section>
  );
}

function useEmployer({ organizationId }: Job): string {
  const path = { params: { path: { id: organizationId } } };
  return api.useQuery('get', '/api/v1/organizations/{id}', path).data?.name ?? '…';
}

function OneJob({ job, onEdit }: { job: Job; onEdit?: () => void }) {
  const { shell, accounts } = useWords();
  const { contact: words } = accounts;
  const employer = useEmployer(job);
  return (
    <Group justify="space-between" gap="xs" wrap="nowrap">
      <Text size="sm" component="div">
        <ScreenLink to="/organizations" search={{ open: job.organizationId }} size="sm">
          {employer}
        </ScreenLink>{' '}
        {[job.title, job.department].filter(Boolean).join(', ')}{' '}
        <Text span size="xs" c="dimmed">
          {job.since && `${words.since} ${job.since}`} {job.until && `${words.until} ${job.until}`}
        </Text>
      </Text>
      {onEdit && (
        <Button variant="default" size="compact-xs" aria-label={accounts.jobs.editAt(employer)} onClick={onEdit}>
          {shell.actions.edit}
        </Button>
      )}
    </Group>
  );
}

function EditJob({ job, onClose }: { job: Job; onClose: () => void }) {
  const { shell, accounts } = useWords();
  const { jobs: jobWords, details } = accounts;
  const employer = useEmployer(job);
  const { title, department, since, until } = job;
  const before = { title, department, since, until };
  const put = (body: Partial<typeof before>) =>
    http.PATCH('/api/v1/employments/{id}', { params: { path: { id: job.id } }, body });
  return (
    <div role="group" aria-label={jobWords.editAt(employer)}>
      <Text size="sm" fw={600}>
        {employer}
      </Text>
      <Form
        initial={Object.fromEntries(Object.entries(before).map(([name, value]) => [name, value ?? '']))}
        fields={[
          { name: 'title', label: jobWords.job },
          { name: 'department', label: jobWords.department },
          { name: 'since', label: jobWords.since, kind: 'date' },
          { name: 'until', label: jobWords.until, kind: 'date', hint: jobWords.untilHint },
        ]}
        submitLabel={shell.actions.save}
        doneMessage={details.saved}
        onSubmit={(filled: Partial<typeof before>) =>
          put({ title: null, department: null, since: null, until: null, ...filled }).then(onClose)
        }
        onUndo={() => put(before)}
        onCancel={onClose}
      />
    </div>
  );
}
