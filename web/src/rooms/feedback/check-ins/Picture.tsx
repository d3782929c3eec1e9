import { Chip, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { api } from '../../../api/client';
import { useWords } from '../../../i18n';

export const STATUSES = ['content', 'changing', 'looking_elsewhere', 'leaving', 'unknown'] as const;
export const NEEDS = ['cost', 'availability', 'quality', 'speed', 'people', 'risk', 'growth'] as const;

export interface Picture {
  status: (typeof STATUSES)[number] | null;
  decidesId: string | null;
  needs: (typeof NEEDS)[number][];
}
export const BLANK: Picture = { status: null, decidesId: null, needs: [] };
/** As the API takes it: nothing needed is said, and not left out. */
export const told = ({ status, decidesId, needs }: Picture) => ({
  status: status!,
  decidesId,
  needs: needs.length > 0 ? needs : ['none' as const],
});

export function usePeople(organizationId: string) {
  const query = { organizationId, limit: 200 };
  return api.useQuery('get', '/api/v1/contacts', { params: { query } }, { meta: { still: true } }).data?.items ?? [];
}

/** How an account stands, who decides there, and what it lacks: as the rep believes, and later as the customer says. */
export function PictureFields({
  organizationId,
  value,
  change,
}: {
  organizationId: string;
  value: Picture;
  change: (more: Partial<Picture>) => void;
}) {
  const { checkIns: words } = useWords();
  const people = usePeople(organizationId);
  return (
    <Stack gap="xs">
      <NativeSelect
        label={words.status}
        required
        data={[{ value: '', label: '—' }, ...STATUSES.map((each) => ({ value: each, label: words.statuses[each] }))]}
        value={value.status ?? ''}
        onChange={({ currentTarget }) => change({ status: (currentTarget.value || null) as Picture['status'] })}
      />
      <NativeSelect
        label={words.decides}
        data={[{ value: '', label: words.nobodyKnown }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        value={value.decidesId ?? ''}
        onChange={({ currentTarget }) => change({ decidesId: currentTarget.value || null })}
      />
      <div role="group" aria-label={words.lack}>
        <Text size="sm" fw={500} mb={4}>
          {words.lack}
        </Text>
        <Chip.Group multiple value={value.needs} onChange={(needs) => change({ needs: needs as Picture['needs'] })}>
          <Group gap={4}>
            {NEEDS.map((each) => (
              <Chip key={each} value={each} size="xs">
                {words.kinds[each]}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </div>
    </Stack>
  );
}
