import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** The API paths that a change of each table affects. Tables not listed here are not shown live. */
const AFFECTED_PATHS: Record<string, string[]> = {
  absence: ['absences', 'claims'],
  app_user: ['users'],
  approval: ['approvals', 'versions', 'propositions'],
  asset: ['assets'],
  campaign: ['campaigns'],
  campaign_change: ['campaigns'],
  check_in: ['check-ins'],
  check_in_need: ['needs', 'check-ins'],
  check_in_question: ['check-in-questions'],
  cohort: ['cohorts'],
  mobilisation_item: ['mobilisation-items', 'readiness', 'versions'],
  contact: ['contacts', 'contact-duplicates', 'organizations'],
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
  dispatch: ['messages', 'campaigns'],
  enrolment: ['enrolments', 'campaigns', 'results'],
  expert_question: ['expert-questions'],
  import: ['imports'],
  inbound_mail: ['inbound-mails'],
  lesson: ['lessons'],
  mailbox: ['mailboxes'],
  objection: ['scoreboard', 'theme-suggestions'],
  organization: ['organizations', 'organization-duplicates'],
  password_link: ['password-links'],
  proposition: ['propositions'],
  provider_connection: ['provider-connections'],
  provider_event: ['provider-events', 'provider-connections'],
  proposition_version: ['versions', 'propositions', 'approvals', 'readiness', 'results', 'audit-entries'],
  internal_objection: ['internal-objections', 'readiness', 'versions'],
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
  /** time of the last message, or of the last full reload */
  lastMessageAt: number;
}

/** Reloads what a change affects, at most once a second. Polls if the stream cannot connect. */
export function useLive(): ConnectionState {
  const queries = useQueryClient();
  const [liveness, setLiveness] = useState<ConnectionState>(() => ({ connected: false, lastMessageAt: Date.now() }));
  useEffect(() => {
    const changed = new Set<string>();
    let missed = true;
    const stream = new EventSource('/api/v1/changes');
    stream.addEventListener('message', ({ data }: MessageEvent<string>) => {
      // changes before the first message may have been missed, so everything is reloaded
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

/** Queries with `meta: { still: true }` show what a user is editing and are not reloaded. */
const refresh = (queries: QueryClient, speaks: (path: string) => boolean) =>
  queries.invalidateQueries({
    predicate: ({ queryKey, meta }) => !meta?.still && typeof queryKey[1] === 'string' && speaks(queryKey[1]),
  });
