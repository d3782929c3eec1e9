import { Group, NativeSelect, Stack, Text } from '@mantine/core';
import { api, http, type Shape } from '../../../api/client';
import { useMe } from '../../../shell/session';
import { useNotify } from '../../../components/status/useNotify';
import { StateBadge } from '../../../components/status/StateBadge';
import { useWords } from '../../../i18n';

export const NEED_COLOURS: Record<string, string> = {
  unserved: 'draft',
  suggested: 'waiting',
  approved: 'approved',
  refused: 'failed',
};

export function MatchingCohort({
  need,
  checkInId,
  again,
}: {
  need: Shape<'NeedView'>;
  checkInId: string;
  again: () => void;
}) {
  const { checkIns: words } = useWords();
  const me = useMe();
  const notify = useNotify();
  const states: Record<string, string> = words.needStates;
  const kinds: Record<string, string> = words.kinds;
  const may = me.has('rep', 'manager') && need.decidedAt === null;
  const path = { params: { path: { id: checkInId } } };
  const cohorts = api.useQuery('get', '/api/v1/check-ins/{id}/cohorts', path, { enabled: may }).data?.items ?? [];
  const suggest = async (cohortId: string | null) => {
    const put = (to: string | null) =>
      http.PUT('/api/v1/needs/{id}/cohort', { params: { path: { id: need.id } }, body: { cohortId: to } }).then(again);
    try {
      await put(cohortId);
      notify.success(cohortId ? words.suggested : words.undone, () => put(need.cohortId).catch(notify.error));
    } catch (error) {
      notify.error(error);
    }
  };
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <StateBadge state={NEED_COLOURS[need.state]!} label={states[need.state]!} />
        <Text size="sm" fw={600}>
          {kinds[need.kind]}
        </Text>
        <Text size="sm">“{need.words}”</Text>
      </Group>
      {may ? (
        <NativeSelect
          label={words.fits}
          maw={480}
          data={[
            { value: '', label: words.noneFits },
            ...cohorts.map(({ id, name, proposition }) => ({ value: id, label: `${proposition}: ${name}` })),
          ]}
          value={need.cohortId ?? ''}
          onChange={({ currentTarget: { value } }) => void suggest(value || null)}
        />
      ) : (
        <Text size="sm" c="dimmed">
          {[need.cohort, need.reason].filter(Boolean).join(': ')}
        </Text>
      )}
    </Stack>
  );
}
