import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { http, type Shape } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { useMe } from '../../../shell/session';
import { useNotify } from '../../../components/status/useNotify';
import { ScreenButton } from '../../../components/layout/ScreenLink';
import { useWords } from '../../../i18n';

/** Cites a theme in the next version, and creates its draft if there is none. */
export function CiteTheme({ theme, propositionId }: { theme: Shape<'ThemeDetail'>; propositionId: string }) {
  const words = useWords().feedback.results;
  const me = useMe();
  const queries = useQueryClient();
  const notify = useNotify();
  const [answer, setAnswer] = useState('');
  const [cited, setCited] = useState<number | null>(null);
  if (!me.has('executive', 'sales_ops', 'manager', 'admin')) return null;
  const cite = async () => {
    try {
      const id = await draftOf(propositionId);
      const { data } = await http.PUT('/api/v1/versions/{id}/citations/{themeId}', {
        params: { path: { id, themeId: theme.id } },
        body: { answer },
      });
      setCited(data!.number);
      notify.success(words.cited(data!.number));
      await queries.invalidateQueries();
    } catch (error) {
      notify.error(error);
    }
  };
  return (
    <Stack gap="xs" component="section" aria-label={words.cite}>
      <Text fw={600}>{words.cite}</Text>
      <Textarea
        aria-label={words.answer}
        placeholder={words.answer}
        autosize
        minRows={2}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button variant="default" disabled={answer.trim() === ''} onClick={() => void cite()}>
          {words.citeNow}
        </Button>
        {cited !== null && (
          <ScreenButton variant="subtle" to="/propositions/$id" params={{ id: propositionId }}>
            {words.toDraft}
          </ScreenButton>
        )}
      </Group>
    </Stack>
  );
}

/** The open draft, or a new one. */
async function draftOf(propositionId: string): Promise<string> {
  try {
    const { data } = await http.POST('/api/v1/propositions/{id}/versions', { params: { path: { id: propositionId } } });
    return data!.id;
  } catch (error) {
    if (error instanceof Problem && error.code === 'version_open' && typeof error.more.versionId === 'string')
      return error.more.versionId;
    throw error;
  }
}
