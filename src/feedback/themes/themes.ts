import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Objection, Role } from '../../../libs/plays/index.js';
import { rate } from '../../../libs/statistics/index.js';
import { isDay } from '../../accounts/index.js';
import {
  assertRevision,
  Invalid,
  NotFound,
  row,
  rows,
  Settings,
  StaleEdit,
  touched,
  type Actor,
} from '../../platform/index.js';
import { Theme } from './theme.entity.js';
import { ThemeDetail, ThemeView, type ThemeEvidence, type Weight } from './theme.view.js';
import { COLLECT, EVIDENCE, SUGGESTIONS, WEIGHTS } from './themes.sql.js';
import { CONNECTED, simulationLabel, type ThemeDecision } from '../conversations/kinds.js';
import { FEEDBACK_SETTINGS } from '../feedback.settings.js';

class ThemeNotFound extends NotFound {}
class ThemeEmpty extends Invalid {}
class ThemeMixed extends Invalid {}
class VersionNotFound extends NotFound {}
class DecisionInvalid extends Invalid {}

export interface NewThemeFacts {
  versionId: string;
  title: string;
  summary?: string;
  objection?: Objection;
  conversationIds?: string[];
  filter?:
    | {
        objection?: Objection;
        role?: Role;
        industry?: string;
        campaignId?: string;
      }
    | undefined;
}

export interface ThemeDecisionFacts {
  decision: ThemeDecision;
  ownerId: string;
  dueOn: string;
  note?: string;
}

@Injectable()
export class Themes {
  constructor(private readonly settings: Settings) {}

  /** Gathers conversations of one version: those named, or all that fit the filter, or all with the objection. */
  async raise(manager: EntityManager, facts: NewThemeFacts, actorId: string): Promise<ThemeDetail> {
    const { versionId, title, summary = '', objection = null, conversationIds } = facts;
    const version = await row<{ propositionId: string }>(
      manager,
      'SELECT proposition_id FROM proposition_version WHERE id = $1',
      [versionId],
    );
    if (!version) throw new VersionNotFound('There is no such version of a proposition.');
    const { identifiers } = await manager.insert(Theme, {
      propositionId: version.propositionId,
      versionId,
      title,
      summary,
      objection,
      raisedBy: actorId,
    });
    const id = identifiers[0]!.id as string;
    await this.collect(manager, id, facts);
    if (conversationIds && !facts.filter) await this.assertAll(manager, id, conversationIds);
    return this.get(manager, id);
  }

  private async collect(manager: EntityManager, themeId: string, facts: NewThemeFacts): Promise<void> {
    const { versionId, objection, conversationIds } = facts;
    const filter = facts.filter ?? (conversationIds ? {} : { objection });
    if (!conversationIds && Object.values(filter).every((each) => each === undefined))
      throw empty('Say which conversations belong to it: conversationIds, a filter, or an objection.');
    const taken = await rows(manager, COLLECT, [
      themeId,
      versionId,
      conversationIds ?? null,
      filter.objection ?? null,
      filter.role ?? null,
      filter.industry ?? null,
      filter.campaignId ?? null,
    ]);
    if (taken.length === 0) throw empty('No conversation of this version fits; a theme rests on at least one.');
  }

  private async assertAll(manager: EntityManager, themeId: string, conversationIds: string[]): Promise<void> {
    const missing = await rows<{ id: string }>(manager, SELECT_UNNEST, [themeId, conversationIds]);
    if (missing.length > 0)
      throw new ThemeMixed('Some of these conversations are not about this version.', [
        { field: 'conversationIds', code: 'other_version', message: missing.map(({ id }) => id).join(', ') },
      ]);
  }

  async get(manager: EntityManager, id: string): Promise<ThemeDetail> {
    const theme = await manager.findOneBy(Theme, { id });
    if (!theme) throw new ThemeNotFound('There is no such theme.');
    const [view] = await this.weigh(manager, [theme]);
    const evidence = await row<ThemeEvidence>(manager, EVIDENCE, [id, theme.objection]);
    return { ...view!, ...evidence! };
  }

  /** An executive has it before them: from here on the time to a decision counts (003-12). */
  async see(manager: EntityManager, id: string, actor: Actor): Promise<ThemeDetail> {
    if (actor.roles.includes('executive'))
      await manager.query('UPDATE theme SET first_seen_at = app_now() WHERE id = $1 AND first_seen_at IS NULL', [id]);
    return this.get(manager, id);
  }

  async weigh(manager: EntityManager, themes: Theme[]): Promise<ThemeView[]> {
    const minimum = await this.settings.get(FEEDBACK_SETTINGS.minimumSample, manager);
    const found = await rows<Weight & { id: string }>(manager, WEIGHTS, [themes.map(({ id }) => id), CONNECTED]);
    const weights = new Map(found.map((weight) => [weight.id, weight]));
    return themes.map((theme) => ThemeView.of(theme, weights.get(theme.id)!, minimum));
  }

  async decide(
    manager: EntityManager,
    id: string,
    read: number,
    decision: ThemeDecisionFacts,
    actorId: string,
  ): Promise<ThemeDetail> {
    const { decision: decided, ownerId, dueOn, note = null } = decision;
    if (!isDay(dueOn)) throw wrong('dueOn', `There is no day ${dueOn}.`);
    if (!(await row(manager, "SELECT id FROM app_user WHERE id = $1 AND state = 'active'", [ownerId])))
      throw wrong('ownerId', 'The owner must be an active user.');
    assertRevision(await this.get(manager, id), read);
    const changed = await touched(manager, UPDATE_THEME, [id, read, decided, ownerId, dueOn, note, actorId]);
    if (changed === 0) throw new StaleEdit('Somebody decided on this at the same moment. Read it again.');
    return this.get(manager, id);
  }

  /** Objections as raw material for themes: by code and version, the newest version first. */
  async suggest(manager: EntityManager, propositionId: string) {
    const minimum = await this.settings.get(FEEDBACK_SETTINGS.minimumSample, manager);
    const found = await rows<{
      versionId: string;
      version: number;
      objection: Objection;
      n: number;
      of: number;
      accounts: number;
      simulated: number;
      themed: number;
      verbatims: string[];
    }>(manager, SUGGESTIONS, [propositionId, CONNECTED]);
    return found.map(({ of, ...one }) => ({
      ...one,
      share: rate(one.n, of, minimum),
      label: simulationLabel(one.simulated, one.n),
    }));
  }
}

function empty(message: string): ThemeEmpty {
  return new ThemeEmpty(message, [{ field: 'conversationIds', code: 'empty', message }]);
}

function wrong(field: string, message: string): DecisionInvalid {
  return new DecisionInvalid(message, [{ field, code: 'invalid', message }]);
}

const SELECT_UNNEST = `
SELECT id FROM unnest($2::uuid[]) id
  WHERE NOT EXISTS (SELECT FROM theme_item WHERE theme_id = $1 AND conversation_id = id)`;

const UPDATE_THEME = `
UPDATE theme SET decision = $3, owner_id = $4, due_on = $5, decision_note = $6, decided_by = $7, decided_at = app_now(),
        first_seen_at = coalesce(first_seen_at, app_now()), revision = revision + 1
  WHERE id = $1 AND revision = $2`;
