import { useParams } from '@tanstack/react-router';
import { api } from '../../../api/client';
import { useFilters } from '../../../components/search';
import { Answered } from '../../../components/QueryState';
import { useWords } from '../../../i18n';
import { of } from '../campaign/useCampaign';
import { Editor } from './Editor';
import { BLANK, facts } from './steps';

/** A play that stands, to be read and changed. */
export function Play() {
  const id = useParams({ strict: false, select: (names) => (names as { id: string }).id });
  const query = api.useQuery('get', '/api/v1/plays/{id}', of(id), { meta: { still: true } });
  return (
    <Answered query={query}>
      {(play) => <Editor key={play.id} play={play} first={facts(play)} reload={() => void query.refetch()} />}
    </Answered>
  );
}

/** A play that is not kept yet: blank, or a copy of another. */
export function NewPlay() {
  const { plays: words } = useWords();
  const { from } = useFilters().filters;
  const query = api.useQuery('get', '/api/v1/plays/{id}', of(from ?? ''), {
    enabled: Boolean(from),
    meta: { still: true },
  });
  if (!from) return <Editor key="blank" first={BLANK} />;
  return (
    <Answered query={query}>
      {(play) => <Editor key={from} first={{ ...facts(play), name: words.copyOf(play.name), reviewOn: null }} />}
    </Answered>
  );
}
