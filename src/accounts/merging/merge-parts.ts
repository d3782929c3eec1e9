import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rows } from '../../platform/index.js';
import type { MergeConflict } from './kept-values.js';

/** The keys of the rows that moved, by what they are. */
export type Moved = Record<string, string[]>;

/** What a person chose, and who. */
export interface MergeDecision {
  /** fields whose value is taken from the merged record */
  take: readonly string[];
  /** a user's id */
  by: string;
}

/** What one room does when two records turn out to be one. */
export interface MergePart {
  /** Locks what `move` will write, before the records are locked: in the order in which the room always locks. */
  hold?(manager: EntityManager, ids: string[]): Promise<void>;
  /** What of this room a person should choose. */
  conflicts?(manager: EntityManager, survivorId: string, mergedId: string): Promise<MergeConflict[]>;
  /** Gives the rows of `from` to `to`. */
  move(manager: EntityManager, from: string, to: string, decision: MergeDecision): Promise<Moved>;
  /** Gives those of them back that are still there. */
  back(manager: EntityManager, moved: Moved, from: string, to: string): Promise<void>;
}

/** The rooms that hold rows of contacts. Each registers its part at boot, so that this room knows of none above it. */
@Injectable()
export class MergeParts {
  private readonly parts = new Map<string, MergePart>();

  /** @throws where the room registered before */
  register(room: string, part: MergePart): void {
    if (this.parts.has(room)) throw new Error(`${room} has registered what it merges already.`);
    this.parts.set(room, part);
  }

  /** One merge or undo at a time: those of people and of organizations lock the same rows in other orders. */
  async alone(manager: EntityManager): Promise<void> {
    await manager.query(ONE_AT_A_TIME);
  }

  /** The upper rooms first: an enrolment is locked before its tasks, and both before the organization. */
  async hold(manager: EntityManager, ids: string[]): Promise<void> {
    await this.alone(manager);
    for (const part of [...this.parts.values()].toReversed()) await part.hold?.(manager, ids);
  }

  async conflicts(manager: EntityManager, survivorId: string, mergedId: string): Promise<MergeConflict[]> {
    const found: MergeConflict[] = [];
    for (const part of this.parts.values())
      found.push(...((await part.conflicts?.(manager, survivorId, mergedId)) ?? []));
    return found;
  }

  async move(
    manager: EntityManager,
    from: string,
    to: string,
    decision: MergeDecision,
  ): Promise<Record<string, Moved>> {
    const moved: Record<string, Moved> = {};
    for (const [room, part] of this.parts) moved[room] = await part.move(manager, from, to, decision);
    return moved;
  }

  /** The room that came last first. */
  async back(manager: EntityManager, moved: Record<string, Moved>, from: string, to: string): Promise<void> {
    for (const [room, part] of [...this.parts].toReversed()) await part.back(manager, moved[room] ?? {}, from, to);
  }
}

/** The same for rows of organizations. */
@Injectable()
export class OrganizationMergeParts extends MergeParts {}

const ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('merge of records'))";

/** `move`: $1 from, $2 to, answers `id`; `back`: $1 from, $2 to, $3 what moved. */
export type MovingRows = Record<string, { move: string; back: string }>;

/** Moves and gives back by one statement for each kind of row. */
export class MovedByStatements implements MergePart {
  constructor(private readonly statements: MovingRows) {}

  async move(manager: EntityManager, from: string, to: string): Promise<Moved> {
    const moved: Moved = {};
    for (const [what, { move }] of Object.entries(this.statements)) {
      const found = await rows<{ id: string }>(manager, move, [from, to]);
      if (found.length > 0) moved[what] = found.map(({ id }) => id);
    }
    return moved;
  }

  async back(manager: EntityManager, moved: Moved, from: string, to: string): Promise<void> {
    for (const [what, { back }] of Object.entries(this.statements).toReversed())
      if (moved[what]) await manager.query(back, [from, to, moved[what]]);
  }
}
