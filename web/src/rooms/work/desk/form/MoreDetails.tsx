import { Chip as Toggle, Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useWords } from '../../../../i18n';
import type { OutcomeDraft } from './draft';
import { useRoles } from './Fields';
import { RiskFields } from './RiskFields';
import type { BuyingRole } from '../../../../components/forms/buyingRoles';

/** Optional details. Budget and time frame are left out on purpose. */
export function MoreDetails({ draft, edit }: { draft: OutcomeDraft; edit: (change: Partial<OutcomeDraft>) => void }) {
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
        {text('whatChanged', work.whatChanged)}
        <NativeSelect
          size="xs"
          label={work.price}
          value={draft.priceReaction}
          data={[{ value: '', label: '—' }, ...Object.entries(work.prices).map(([value, label]) => ({ value, label }))]}
          onChange={({ currentTarget }) =>
            edit({ priceReaction: currentTarget.value as OutcomeDraft['priceReaction'] })
          }
        />
        <NativeSelect
          size="xs"
          label={work.actualRole}
          value={draft.role ?? ''}
          data={[{ value: '', label: work.asRecorded }, ...roles]}
          onChange={({ currentTarget }) => edit({ role: (currentTarget.value || null) as BuyingRole | null })}
        />
      </SimpleGrid>
      <Toggle.Group
        multiple
        value={draft.buyingJobs}
        onChange={(jobs) => edit({ buyingJobs: jobs as OutcomeDraft['buyingJobs'] })}
      >
        <Group gap={4} role="group" aria-label={work.jobs}>
          {Object.entries(terms.buyingJob).map(([value, label]) => (
            <Toggle key={value} size="xs" value={value}>
              {label}
            </Toggle>
          ))}
        </Group>
      </Toggle.Group>
      <RiskFields draft={draft} edit={edit} />
    </>
  );
}
