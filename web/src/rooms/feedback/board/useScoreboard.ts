import type { Shape } from '../../../api/client';
import type { BoardFilter } from './filter';

export type Scoreboard = Shape<'ScoreboardView'>;
export interface ScoreboardProps {
  board: Scoreboard;
  narrowed: BoardFilter;
}
