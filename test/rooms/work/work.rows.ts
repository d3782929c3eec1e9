import { randomUUID } from 'node:crypto';
import type { Installation } from '../../support/installation.js';

/** Rows of the rooms below and around, as short as they can be. */
export class Rows {
  constructor(private readonly app: Installation) {}

  async organization(
    name = `Organization ${randomUUID().slice(0, 8)}`,
    facts: { industry?: string } = {},
  ): Promise<string> {
    return this.one(
      "INSERT INTO organization (name, name_key, industry, time_zone) VALUES ($1, lower($1), $2, 'Europe/Berlin') RETURNING id",
      [name, facts.industry ?? null],
    );
  }

  async contact(organizationId: string, name = 'Maria Anders', role = 'decision_maker'): Promise<string> {
    const id = await this.one(
      "INSERT INTO contact (name, name_key, email, email_key, email_state, phone) VALUES ($1, lower($1), $2, $2, 'valid', '+49301234567') RETURNING id",
      [name, `${randomUUID()}@example.com`],
    );
    await this.app.sql("INSERT INTO employment (contact_id, organization_id, title) VALUES ($1, $2, 'Buyer')", [
      id,
      organizationId,
    ]);
    await this.app.sql('INSERT INTO buying_role (contact_id, organization_id, role) VALUES ($1, $2, $3)', [
      id,
      organizationId,
      role,
    ]);
    return id;
  }

  /** A live version, and a running campaign of one call step on it. */
  async campaign(authorId: string): Promise<{ id: string; versionId: string; propositionId: string }> {
    const propositionId = await this.one(
      "INSERT INTO proposition (title, created_by) VALUES ('VMI', $1) RETURNING id",
      [authorId],
    );
    const versionId = await this.one(
      `INSERT INTO proposition_version (proposition_id, number, state, narrative, live_at, created_by)
       VALUES ($1, 1, 'live', 'We keep your shelves full.', app_now(), $2) RETURNING id`,
      [propositionId, authorId],
    );
    const cohortId = await this.one(
      `INSERT INTO cohort (version_id, name, rule, required_roles, seed, created_by) VALUES ($1, 'All', '{}', '{decision_maker}', 's', $2) RETURNING id`,
      [versionId, authorId],
    );
    const snapshotId = await this.one(
      `INSERT INTO cohort_snapshot (cohort_id, version_id, rule, sentence, required_roles, hold_out_percent, seed, frozen_by)
       VALUES ($1, $2, '{}', 'everybody', '{decision_maker}', 0, 's', $3) RETURNING id`,
      [cohortId, versionId, authorId],
    );
    const steps = JSON.stringify([
      {
        key: 'first_call',
        kind: 'call',
        intent: 'learn how they plan stock',
        questions: [],
        maxAttempts: 3,
        retryAfterHours: 24,
      },
    ]);
    const playId = await this.one("INSERT INTO play (name, steps, created_by) VALUES ('Calls', $1, $2) RETURNING id", [
      steps,
      authorId,
    ]);
    const id = await this.one(
      `INSERT INTO campaign (name, version_id, snapshot_id, play_id, steps, state, launched_at, created_by)
       VALUES ('VMI 1', $1, $2, $3, $4, 'running', app_now(), $5) RETURNING id`,
      [versionId, snapshotId, playId, steps, authorId],
    );
    return { id, versionId, propositionId };
  }

  /** An enrolment that stands at the call of the campaign, with no task yet. */
  async enrolment(
    campaignId: string,
    contactId: string,
    organizationId: string,
    facts: { role?: string; holdOut?: boolean } = {},
  ): Promise<string> {
    return this.one(
      `INSERT INTO enrolment (campaign_id, contact_id, organization_id, role, shard, hold_out, state, step, step_state)
       VALUES ($1, $2, $3, $4, 0, $5, 'active', 'first_call', 'in_flight') RETURNING id`,
      [campaignId, contactId, organizationId, facts.role ?? 'decision_maker', facts.holdOut ?? false],
    );
  }

  private async one(text: string, parameters: unknown[]): Promise<string> {
    return (await this.app.sql<{ id: string }>(text, parameters))[0]!.id;
  }
}
