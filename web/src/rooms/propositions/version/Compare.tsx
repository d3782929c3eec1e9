import { Divider, Select, Stack, Text } from '@mantine/core';
import { api, type Shape } from '../../../api/client';
import { Section } from '../../../components/layout/Section';
import { QueryState } from '../../../components/status/QueryState';
import { useWords } from '../../../i18n';
import { VersionSidebar } from './VersionSidebar';
import type { ContentField, Version } from './content';

export function Differences({ before, after }: { before: string; after: string }) {
  const { propositions: words } = useWords();
  const comparison = api.useQuery('get', '/api/v1/versions/{id}/comparison', {
    params: { path: { id: after }, query: { with: before } },
  });
  return (
    <QueryState query={comparison}>
      {({ differences }) => (
        <Stack gap="sm">
          {differences.length === 0 && <Text size="sm">{words.compare.same}</Text>}
          {differences.map((one, i) => {
            const field = one.field as ContentField;
            return (
              <div key={field}>
                {i > 0 && <Divider mb="sm" />}
                <Text size="sm" fw={600}>
                  {words.field[field]}
                </Text>
                <VersionSidebar
                  field={field}
                  before={one.before}
                  after={one.after}
                  names={[words.compare.before, words.compare.after]}
                />
              </div>
            );
          })}
        </Stack>
      )}
    </QueryState>
  );
}

export function Compare({
  proposition,
  version,
  other,
  onOther,
}: {
  proposition: Shape<'PropositionView'>;
  version: Version;
  other: string | undefined;
  onOther: (id: string) => void;
}) {
  const { propositions: words } = useWords();
  const others = proposition.versions.filter(({ id }) => id !== version.id);
  const chosen = other ?? others.find(({ number }) => number < version.number)?.id ?? others[0]?.id;
  if (!chosen)
    return (
      <Text size="sm" c="dimmed">
        {words.compare.none}
      </Text>
    );
  return (
    <Section
      title={words.tabs.compare}
      actions={
        <Select
          size="xs"
          aria-label={words.compare.with}
          allowDeselect={false}
          data={others.map(({ id, number }) => ({ value: id, label: words.versionNumber(number) }))}
          value={chosen}
          onChange={(id) => id && onOther(id)}
        />
      }
    >
      <Differences before={chosen} after={version.id} />
    </Section>
  );
}
