import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** Which answers of the API speak of a table. What is not listed here does not change under anybody's eyes. */
const AFFECTED_PATHS: Record<string, string[]> = {
  absence: ['absences', 'claims'],
  approval: ['approvals', 'versions', 'propositions'],
  asset: ['assets'],
  campaign: ['campaigns'],
  campaign_change: ['campaigns'],
  check_in: ['check-ins'],
  check_in_need: ['needs', 'check-ins'],
  check_in_question: ['check-in-questions'],
  cohort: ['cohorts'],
  commitment: ['commitments', 'readiness', 'versions'],
  contact: ['contacts', 'organizations'],
  buying_plan: ['buyer-map'],
  conversation: [
    'conversations',
    'buyer-map',
    'scoreboard',
    'themes',
    'theme-suggestions',
    'results',
    'trend',
    'verdict',
  ],
  dispatching: ['dispatching'],
  delegation: ['delegations', 'approvals'],
  dispatch: ['dispatches', 'campaigns'],
  enrolment: ['enrolments', 'campaigns', 'results'],
  expert_question: ['expert-questions'],
  import: ['imports'],
  inbound_mail: ['inbound-mails'],
  lesson: ['lessons'],
  mailbox: ['mailboxes'],
  objection: ['scoreboard', 'theme-suggestions'],
  organization: ['organizations'],
  proposition: ['propositions'],
  proposition_version: ['versions', 'propositions', 'approvals', 'readiness', 'results', 'audit-entries'],
  resistance: ['resistance', 'readiness', 'versions'],
  sender: ['senders'],
  cohort_snapshot: ['snapshots'],
  suppression: ['suppressions'],
  task: ['tasks', 'queue', 'queue-buffer', 'campaigns'],
  theme: ['themes'],
  version_author: ['versions', 'readiness'],
  version_citation: ['versions', 'readiness'],
  version_comment: ['comments'],
  wave: ['campaigns'],
  webhook_delivery: ['webhook-deliveries'],
};

const EVERY_MS = 1_000;
const POLL_MS = 15_000;

export interface ConnectionState {
  connected: boolean;
  /** when the API last said anything, or was last asked for everything */
  lastMessageAt: number;
}

/** Listens to what changes and asks again for what is shown of it, at most once a second; polls where the stream does not come through. */
export function useLive(): ConnectionState {
  const queries = useQueryClient();
  const [liveness, setLiveness] = useState<ConnectionState>(() => ({ connected: false, lastMessageAt: Date.now() }));
  useEffect(() => {
    const changed = new Set<string>();
    let missed = true;
    const stream = new EventSource('/api/v1/changes');
    stream.addEventListener('message', ({ data }: MessageEvent<string>) => {
      // only from its first word on it tells everything that is written
      if (missed) void refresh(queries, () => true);
      missed = false;
      for (const table of (JSON.parse(data) as { tables: string[] }).tables) changed.add(table);
      setLiveness({ connected: true, lastMessageAt: Date.now() });
    });
    stream.addEventListener('error', () => {
      missed = true;
      setLiveness((before) => ({ ...before, connected: false }));
    });
    const flush = setInterval(() => {
      if (changed.size === 0 || document.hidden) return;
      const words = new Set([...changed].flatMap((table) => AFFECTED_PATHS[table] ?? []));
      changed.clear();
      void refresh(queries, (path) => path.split('/').some((part) => words.has(part)));
    }, EVERY_MS);
    const poll = setInterval(() => {
      if (stream.readyState === EventSource.OPEN || document.hidden) return;
      void refresh(queries, () => true).then(() => setLiveness({ connected: false, lastMessageAt: Date.now() }));
    }, POLL_MS);
    return () => {
      stream.close();
      clearInterval(flush);
      clearInterval(poll);
    };
  }, [queries]);
  return liveness;
}

/** A query that says `meta: { still: true }` shows what a person is working on, and does not move under his hands. */
const refresh = (queries: QueryClient, speaks: (path: string) => boolean) =>
  queries.invalidateQueries({
    predicate: ({ queryKey, meta }) => !meta?.still && typeof queryKey[1] === 'string' && speaks(queryKey[1]),
  });
