import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { api, http } from '../../../api/client';
import { useNotify } from '../../../components/status/useNotify';
import { useNumbers } from '../../../i18n/useNumbers';
import { Section } from '../../../components/layout/Section';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { useWords } from '../../../i18n';

/** Lists the frozen cohorts of a version, and can freeze one if there is none. */
export function Snapshots({
  versionId,
  value,
  onChange,
}: {
  versionId: string;
  value: string | undefined;
  onChange: (id: string) => void;
}) {
  const { what: words } = useWords().launch;
  const { n } = useNumbers();
  const notify = useNotify();
  const asked = { params: { query: { versionId, limit: 50 } } };
  const snapshots = api.useQuery('get', '/api/v1/snapshots', asked);
  const cohorts = api.useQuery('get', '/api/v1/cohorts', asked).data?.items ?? [];
  const items = snapshots.data?.items ?? [];
  const freeze = async (id: string) => {
    try {
      const { data } = await http.POST('/api/v1/cohorts/{id}/snapshots', { params: { path: { id } } });
      await snapshots.refetch();
      onChange(data!.id);
      notify.success(words.frozen(n(data!.decisionMakers - data!.decisionMakersExcluded)));
    } catch (error) {
      notify.error(error);
    }
  };
  return (
    <Section title={words.snapshot}>
      {snapshots.isSuccess && items.length === 0 && <Text size="sm">{words.noSnapshot}</Text>}
      <Radio.Group value={value ?? ''} onChange={onChange} aria-label={words.snapshot}>
        <Stack gap="xs">
          {items.map((each) => (
            <Radio
              key={each.id}
              value={each.id}
              label={each.sentence}
              description={
                <>
                  {words.snapshotHint(
                    n(each.decisionMakers - each.decisionMakersExcluded),
                    n(each.organizations - each.organizationsExcluded),
                  )}
                  {' · '}
                  <RelativeTime at={each.frozenAt} />
                </>
              }
            />
          ))}
        </Stack>
      </Radio.Group>
      <Text size="xs" c="dimmed" mt="sm">
        {words.cohorts}
      </Text>
      {cohorts.map(({ id, name }) => (
        <Group key={id} gap="xs" mt={4}>
          <ScreenLink to="/cohorts/$id" params={{ id }} size="sm">
            {name}
          </ScreenLink>
          <Button size="compact-xs" variant="default" onClick={() => void freeze(id)}>
            {words.freeze}
          </Button>
        </Group>
      ))}
      {cohorts.length === 0 && (
        <ScreenLink to="/cohorts" size="sm">
          {words.toCohorts}
        </ScreenLink>
      )}
    </Section>
  );
}
