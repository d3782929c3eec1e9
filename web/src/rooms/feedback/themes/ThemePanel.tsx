import { ScreenLink } from '../../../components/layout/ScreenLink';
import { Badge, Group, Stack, Text } from '@mantine/core';
import { api, type Shape } from '../../../api/client';
import { SidePanel } from '../../../components/layout/SidePanel';
import { useNumbers } from '../../../i18n/useNumbers';
import { Rate } from '../../../components/charts/Rate';
import { QueryState } from '../../../components/status/QueryState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { plain, useWords } from '../../../i18n';
import { CiteTheme } from './CiteTheme';
import { ThemeDecision } from './ThemeDecision';
import classes from '../pictures.module.css';

export function ThemePanel({
  id,
  propositionId,
  least,
  onClose,
}: {
  id: string | undefined;
  propositionId: string;
  least: number;
  onClose: () => void;
}) {
  const { results } = useWords().feedback;
  const theme = api.useQuery(
    'get',
    '/api/v1/themes/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: Boolean(id) },
  );
  return (
    <SidePanel title={theme.data?.title ?? results.themes} opened={Boolean(id)} onClose={onClose} wide>
      {id && (
        <QueryState query={theme}>
          {(data) => (
            <Stack gap="md">
              <Said theme={data} least={least} />
              <ThemeDecision key={`decide ${data.id}`} theme={data} />
              <CiteTheme key={`cite ${data.id}`} theme={data} propositionId={propositionId} />
            </Stack>
          )}
        </QueryState>
      )}
    </SidePanel>
  );
}

function Said({ theme, least }: { theme: Shape<'ThemeDetail'>; least: number }) {
  const { feedback, terms } = useWords();
  const words = feedback.results;
  const { n } = useNumbers();
  const role: Record<string, string> = terms.role;
  return (
    <Stack gap="xs">
      {theme.summary && <Text size="sm">{theme.summary}</Text>}
      <Rate rate={theme.share} least={least} />
      {theme.label && (
        <Badge color="yellow" tt="none" maw="100%">
          {theme.label}
        </Badge>
      )}
      <Text size="sm">
        <b>{words.roles}:</b>{' '}
        {theme.roles.map(({ role: of, n: count }) => `${role[of] ?? plain(of)} ${n(count)}`).join(', ')}
      </Text>
      <Text size="sm">
        <b>
          {words.accounts} ({n(theme.organizations)}):
        </b>{' '}
        {theme.accounts.map(({ name, n: count }) => `${name} ${n(count)}`).join(', ')}
      </Text>
      {theme.objection && (
        <ScreenLink to="/feedback/conversations" search={{ versionId: theme.versionId, objection: theme.objection! }}>
          {words.records}
        </ScreenLink>
      )}
      <Text fw={600} size="sm">
        {words.quotes}
      </Text>
      {theme.verbatims.map((one) => (
        <blockquote key={one.conversationId} className={classes.quote}>
          <Text size="sm">“{one.text}”</Text>
          <Group gap={6}>
            <Text size="xs" c="dimmed">
              {role[one.role] ?? plain(one.role)}, {one.organization}, <RelativeTime at={one.occurredAt} />
            </Text>
            {one.simulated && (
              <Badge size="xs" color="yellow" tt="none">
                {feedback.simulated}
              </Badge>
            )}
          </Group>
        </blockquote>
      ))}
    </Stack>
  );
}
