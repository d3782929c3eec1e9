import { useParams } from '@tanstack/react-router';
import { api } from '../../../api/client';
import { useFilters } from '../../../components/lists/useListing';
import { QueryState } from '../../../components/status/QueryState';
import { useWords } from '../../../i18n';
import { byId } from '../campaign/useCampaign';
import { PlayEditor } from './editor/PlayEditor';
import { NEW_PLAY, playDraft } from './steps';

export function Play() {
  const { id } = useParams({ from: '/plays/$id' });
  const query = api.useQuery('get', '/api/v1/plays/{id}', byId(id), { meta: { still: true } });
  return (
    <QueryState query={query}>
      {(play) => <PlayEditor key={play.id} play={play} first={playDraft(play)} reload={() => void query.refetch()} />}
    </QueryState>
  );
}

/** A new play: empty, or a copy. */
export function NewPlay() {
  const { plays: words } = useWords();
  const { from } = useFilters().filters;
  const query = api.useQuery('get', '/api/v1/plays/{id}', byId(from ?? ''), {
    enabled: Boolean(from),
    meta: { still: true },
  });
  if (!from) return <PlayEditor key="blank" first={NEW_PLAY} />;
  return (
    <QueryState query={query}>
      {(play) => (
        <PlayEditor key={from} first={{ ...playDraft(play), name: words.copyOf(play.name), reviewOn: null }} />
      )}
    </QueryState>
  );
}
