import { Chip, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { api } from '../../../api/client';
import { useWords } from '../../../i18n';

export const STATUSES = ['content', 'changing', 'looking_elsewhere', 'leaving', 'unknown'] as const;
export const NEEDS = ['cost', 'availability', 'quality', 'speed', 'people', 'risk', 'growth'] as const;

export interface Assessment {
  status: (typeof STATUSES)[number] | null;
  decidesId: string | null;
  needs: (typeof NEEDS)[number][];
}
export const NO_ASSESSMENT: Assessment = { status: null, decidesId: null, needs: [] };
/** An empty list of needs is sent as `none`, because the API requires an answer. */
export const assessmentBody = ({ status, decidesId, needs }: Assessment) => ({
  status: status!,
  decidesId,
  needs: needs.length > 0 ? needs : ['none' as const],
});

export function useContacts(organizationId: string) {
  const query = { organizationId, limit: 200 };
  return api.useQuery('get', '/api/v1/contacts', { params: { query } }, { meta: { still: true } }).data?.items ?? [];
}

/** Relationship status, decision maker and needs: first as the rep assumes, later as the customer answers. */
export function AssessmentFields({
  organizationId,
  value,
  change,
}: {
  organizationId: string;
  value: Assessment;
  change: (more: Partial<Assessment>) => void;
}) {
  const { checkIns: words } = useWords();
  const people = useContacts(organizationId);
  return (
    <Stack gap="xs">
      <NativeSelect
        label={words.status}
        required
        data={[{ value: '', label: '—' }, ...STATUSES.map((each) => ({ value: each, label: words.statuses[each] }))]}
        value={value.status ?? ''}
        onChange={({ currentTarget }) => change({ status: (currentTarget.value || null) as Assessment['status'] })}
      />
      <NativeSelect
        label={words.decisionMaker}
        data={[
          { value: '', label: words.unknownContact },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={value.decidesId ?? ''}
        onChange={({ currentTarget }) => change({ decidesId: currentTarget.value || null })}
      />
      <div role="group" aria-label={words.mainNeed}>
        <Text size="sm" fw={500} mb={4}>
          {words.mainNeed}
        </Text>
        <Chip.Group multiple value={value.needs} onChange={(needs) => change({ needs: needs as Assessment['needs'] })}>
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
