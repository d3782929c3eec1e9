import { Alert, Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api, http, type Shape } from '../../../api/client';
import { useNotify } from '../../../components/status/useNotify';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { useWords } from '../../../i18n';
import { byId } from '../campaign/useCampaign';

/** Offers to update the draft to the current play. Renders nothing if they are equal. */
export function PlayOutdatedNotice({
  campaign: { id, playId, steps, launchedAt },
  revision,
  onTaken,
}: {
  campaign: Shape<'CampaignView'>;
  revision: number;
  onTaken: (revision: number) => void;
}) {
  const { outdated: words } = useWords().plays;
  const notify = useNotify();
  const queries = useQueryClient();
  const { data: play } = api.useQuery('get', '/api/v1/plays/{id}', byId(playId));
  // both come from the database, which orders the keys
  if (!play || launchedAt || JSON.stringify(play.steps) === JSON.stringify(steps)) return null;
  const isArchived = play.state === 'archived';
  async function take() {
    try {
      const { data } = await http.PATCH('/api/v1/campaigns/{id}', {
        ...byId(id),
        headers: { 'if-match': `"${revision}"` },
        body: { playId },
      });
      onTaken(data!.revision);
      await queries.invalidateQueries();
      notify.success(words.updated);
    } catch (error) {
      notify.error(error);
    }
  }
  return (
    <Alert color="yellow" title={words.title} mb="sm" maw={760} role="status">
      <Text size="sm">{isArchived ? words.archived : words.note}</Text>
      <Group gap="md" mt="xs">
        {!isArchived && <Button onClick={() => void take()}>{words.update}</Button>}
        <ScreenLink to="/plays/$id" params={{ id: playId }} c="inherit" underline="always">
          {words.open}
        </ScreenLink>
      </Group>
    </Alert>
  );
}
