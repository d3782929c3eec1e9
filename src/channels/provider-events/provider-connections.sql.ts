/** $1 connections: their events by kind, and those that name no message */
export const COUNTS = `
SELECT connection_id AS id, kind, count(*)::int AS n, count(*) FILTER (WHERE state = 'unmatched')::int AS unmatched
  FROM provider_event
 WHERE connection_id = ANY($1::uuid[])
 GROUP BY connection_id, kind`;

/** $1 senders: how many of them there are */
export const SENDERS_THERE = `SELECT count(*)::int AS n FROM sender WHERE id = ANY($1::uuid[])`;

/** $1 connection */
export const HAS_EVENTS = `SELECT FROM provider_event WHERE connection_id = $1 LIMIT 1`;
