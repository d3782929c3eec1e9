import type { Shape } from '../../../api/client';
import type { Narrowed } from './filter';

export type Board = Shape<'ScoreboardView'>;
export interface Part {
  board: Board;
  narrowed: Narrowed;
}
