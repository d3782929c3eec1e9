import type { EntityManager } from 'typeorm';

const KEY = "hashtextextended('campaign ' || id::text, 0)";
/** $1 campaigns */
const SHARE = `SELECT pg_advisory_xact_lock_shared(${KEY}) FROM (SELECT id FROM unnest($1::uuid[]) id ORDER BY id) c`;
/** $1 campaign */
const HOLD = `SELECT pg_advisory_xact_lock(${KEY}) FROM (SELECT $1::uuid AS id) c`;

/**
 * Drivers and senders hold the campaigns they work on together; a pause, an abort or a completion holds it alone, waits
 * for those that work on it, and is not overtaken by newcomers. A row lock will not do: new FOR SHARE lockers pass a
 * waiting FOR UPDATE, and under load a pause waited for more than 20 s. Ask for the state after this returns, in a
 * statement of its own. Ends with the transaction.
 */
export async function shareCampaigns(manager: EntityManager, ids: string[]): Promise<void> {
  await manager.query(SHARE, [ids]);
}

export async function holdCampaign(manager: EntityManager, id: string): Promise<void> {
  await manager.query(HOLD, [id]);
}
