import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rows } from '../../platform/index.js';

/** The keys of the rows that moved, by what they are. */
export type Moved = Record<string, string[]>;

/** What one room does when two contacts turn out to be one. */
export interface MergePart {
  /** Locks what `move` will write, before the contacts are locked: in the order in which the room always locks. */
  hold?(manager: EntityManager, contactIds: string[]): Promise<void>;
  /** Gives the rows of `from` to `to`. */
  move(manager: EntityManager, from: string, to: string): Promise<Moved>;
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

  async hold(manager: EntityManager, contactIds: string[]): Promise<void> {
    for (const part of this.parts.values()) await part.hold?.(manager, contactIds);
  }

  async move(manager: EntityManager, from: string, to: string): Promise<Record<string, Moved>> {
    const moved: Record<string, Moved> = {};
    for (const [room, part] of this.parts) moved[room] = await part.move(manager, from, to);
    return moved;
  }

  /** The room that came last first. */
  async back(manager: EntityManager, moved: Record<string, Moved>, from: string, to: string): Promise<void> {
    for (const [room, part] of [...this.parts].toReversed()) await part.back(manager, moved[room] ?? {}, from, to);
  }
}

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
