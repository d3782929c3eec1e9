import { Button } from '@mantine/core';
import { http } from '../../../../api/client';
import { useNotify } from '../../../../components/status/useNotify';
import { ScreenButton } from '../../../../components/layout/ScreenLink';
import { useWords } from '../../../../i18n';
import { byId } from '../../campaign/useCampaign';
import type { PlayView } from '../steps';

export function PlayActions({
  play: { id, state },
  revision,
  dirty,
  edits,
  onDone,
}: {
  play: PlayView;
  revision: number;
  dirty: boolean;
  edits: boolean;
  onDone: (play: PlayView) => void;
}) {
  const { plays: words } = useWords();
  const notify = useNotify();
  const isArchived = state === 'archived';
  async function archive(archived: boolean, read: number) {
    try {
      const { data } = await http.PATCH('/api/v1/plays/{id}', {
        ...byId(id),
        headers: { 'if-match': `"${read}"` },
        body: { archived },
      });
      onDone(data!);
      notify.success(
        archived ? words.archivedNow : words.restored,
        archived ? () => archive(false, data!.revision) : undefined,
      );
    } catch (error) {
      notify.error(error);
    }
  }
  const wait = dirty ? { title: words.saveFirst } : {};
  return (
    <>
      {edits && (
        <>
          <ScreenButton to="/plays/new" search={{ from: id }} variant="default">
            {words.copy}
          </ScreenButton>
          <Button variant="default" disabled={dirty} onClick={() => void archive(!isArchived, revision)} {...wait}>
            {isArchived ? words.restore : words.archive}
          </Button>
        </>
      )}
      {!isArchived && (
        <ScreenButton to="/campaigns/new" search={{ playId: id }} variant="light">
          {words.launch}
        </ScreenButton>
      )}
    </>
  );
}
