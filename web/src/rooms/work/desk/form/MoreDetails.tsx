import { Chip as Toggle, Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useWords } from '../../../../i18n';
import type { Draft } from './draft';
import { useRoles } from './Fields';
import { Risks } from './Risks';
import type { Role } from '../../../../components/roles';

/** What else a talk may teach. Nobody is asked for it; budget and time frame stand nowhere. */
export function Learned({ draft, edit }: { draft: Draft; edit: (change: Partial<Draft>) => void }) {
  const { work, terms } = useWords();
  const roles = useRoles();
  const text = (name: 'wants' | 'competitor' | 'whatChanged', label: string) => (
    <TextInput
      size="xs"
      label={label}
      value={draft[name]}
      onChange={({ currentTarget }) => edit({ [name]: currentTarget.value })}
    />
  );
  return (
    <>
      <SimpleGrid cols={2} spacing={6} verticalSpacing={4}>
        {text('wants', work.wants)}
        {text('competitor', work.competitor)}
        {text('whatChanged', work.changed)}
        <NativeSelect
          size="xs"
          label={work.price}
          value={draft.priceReaction}
          data={[{ value: '', label: '—' }, ...Object.entries(work.prices).map(([value, label]) => ({ value, label }))]}
          onChange={({ currentTarget }) => edit({ priceReaction: currentTarget.value as Draft['priceReaction'] })}
        />
        <NativeSelect
          size="xs"
          label={work.realRole}
          value={draft.role ?? ''}
          data={[{ value: '', label: work.asKnown }, ...roles]}
          onChange={({ currentTarget }) => edit({ role: (currentTarget.value || null) as Role | null })}
        />
      </SimpleGrid>
      <Toggle.Group
        multiple
        value={draft.buyingJobs}
        onChange={(jobs) => edit({ buyingJobs: jobs as Draft['buyingJobs'] })}
      >
        <Group gap={4} role="group" aria-label={work.jobs}>
          {Object.entries(terms.buyingJob).map(([value, label]) => (
            <Toggle key={value} size="xs" value={value}>
              {label}
            </Toggle>
          ))}
        </Group>
      </Toggle.Group>
      <Risks draft={draft} edit={edit} />
    </>
  );
}
