import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { api, type Shape } from '../../../api/client';

export function useCampaignId(): string {
  return useParams({ strict: false, select: (names) => (names as { id: string }).id });
}

export const byId = (id: string) => ({ params: { path: { id } } });
export const useCampaign = (id: string) => api.useQuery('get', '/api/v1/campaigns/{id}', byId(id));
export const useCoverage = (id: string) => api.useQuery('get', '/api/v1/campaigns/{id}/coverage', byId(id));
export const useWaves = (id: string) => api.useQuery('get', '/api/v1/campaigns/{id}/waves', byId(id));
export const useChanges = (id: string) => api.useQuery('get', '/api/v1/campaigns/{id}/changes', byId(id));

const OVER = new Set(['completed', 'aborted']);

/** Follows the campaign's own event stream, which reports at most once a second. */
export function useProgress(id: string) {
  const queries = useQueryClient();
  const query = api.useQuery('get', '/api/v1/campaigns/{id}/progress', byId(id));
  useEffect(() => {
    const { queryKey } = api.queryOptions('get', '/api/v1/campaigns/{id}/progress', byId(id));
    const stream = new EventSource(`/api/v1/campaigns/${id}/events`);
    stream.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const progress = JSON.parse(data) as Shape<'ProgressView'>;
      queries.setQueryData(queryKey, progress);
      // without closing, the browser would reconnect forever
      if (OVER.has(progress.state)) stream.close();
    });
    return () => stream.close();
  }, [id, queries]);
  return query;
}
