export interface GuessedColumn {
  column: string;
  target: string | null;
  confidence: 'high' | 'medium' | 'low' | 'none';
  samples: string[];
}
