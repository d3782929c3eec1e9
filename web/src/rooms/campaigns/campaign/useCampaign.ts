import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { api, type Shape } from '../../../api/client';

/** The campaign whose screens these are, by the address. */
export function useCampaignId(): string {
  return useParams({ strict: false, select: (names) => (names as { id: string }).id });
}

export const byId = (id: string) => ({ params: { path: { id } } });
export const useCampaign = (id: string) => api.useQuery('get', '/api/v1/campaigns/{id}', byId(id));
export const useCoverage = (id: string) => api.useQuery('get', '/api/v1/campaigns/{id}/coverage', byId(id));
export const useWaves = (id: string) => api.useQuery('get', '/api/v1/campaigns/{id}/waves', byId(id));
export const useChanges = (id: string) => api.useQuery('get', '/api/v1/campaigns/{id}/changes', byId(id));

const OVER = new Set(['completed', 'aborted']);

/** A campaign's progress as it happens: the stream of this one campaign, once a second while it changes. */
export function useProgress(id: string) {
  const queries = useQueryClient();
  const query = api.useQuery('get', '/api/v1/campaigns/{id}/progress', byId(id));
  useEffect(() => {
    const { queryKey } = api.queryOptions('get', '/api/v1/campaigns/{id}/progress', byId(id));
    const stream = new EventSource(`/api/v1/campaigns/${id}/events`);
    stream.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const progress = JSON.parse(data) as Shape<'ProgressView'>;
      queries.setQueryData(queryKey, progress);
      // nothing more will come, and a browser would connect again for ever
      if (OVER.has(progress.state)) stream.close();
    });
    return () => stream.close();
  }, [id, queries]);
  return query;
}
