import { CloseButton, Group, Text } from '@mantine/core';
import { http, api } from '../../../api/client';
import { Section } from '../../../components/layout/Section';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { useWords } from '../../../i18n';
import type { Version } from '../version/content';
import { useAction } from '../version/useAction';

/** Themes are cited on the results screen; here they are listed. */
export function Citations({ version, canWrite }: { version: Version; canWrite: boolean }) {
  const { propositions: words, shell } = useWords();
  const doing = useAction();
  if (version.citations.length === 0 && version.number === 1) return null;
  return (
    <Section
      title={words.field.citations}
      actions={
        <ScreenLink to="/results" search={{ propositionId: version.propositionId }}>
          {shell.nav.results}
        </ScreenLink>
      }
    >
      <div id="field-citations" />
      {version.citations.map(({ themeId, answer }) => (
        <Group key={themeId} justify="space-between" wrap="nowrap" align="start" gap={4}>
          <Text size="sm">
            <Theme id={themeId} propositionId={version.propositionId} />: {answer}
          </Text>
          {canWrite && (
            <CloseButton
              size="xs"
              aria-label={shell.actions.remove}
              onClick={() =>
                void doing(
                  () =>
                    http.DELETE('/api/v1/versions/{id}/citations/{themeId}', {
                      params: { path: { id: version.id, themeId } },
                    }),
                  words.removed,
                )
              }
            />
          )}
        </Group>
      ))}
    </Section>
  );
}

function Theme({ id, propositionId }: { id: string; propositionId: string }) {
  const { data } = api.useQuery('get', '/api/v1/themes/{id}', { params: { path: { id } } });
  return (
    <ScreenLink to="/results" search={{ propositionId, open: id }}>
      {data?.title ?? '…'}
    </ScreenLink>
  );
}
