import type { Role } from '../../../libs/plays/index.js';
import type { Attributes } from '../organizations/attributes.js';
import type { RoleSource } from '../contacts/buying-role.entity.js';
import type { ImportMatch } from './import.entity.js';

/** The columns that a row sets, by their names in the database; what it leaves empty is absent. */
export type Columns = Record<string, unknown>;

export interface Issue {
  field: string | null;
  code: string;
  message: string;
  /** false: the row is imported without this field */
  wholeRow: boolean;
}

/** One row of a file, read and checked, not yet compared with what is stored. */
export interface RowDraft {
  line: number;
  cells: string[];
  issues: Issue[];
  /** true: an issue keeps the row out */
  refused: boolean;
  /** `domainTold`: a column gave the domain or the website; else an e-mail address hints at it */
  organization: { columns: Columns; attributes: Attributes; domainTold: boolean } | null;
  contact: {
    columns: Columns;
    attributes: Attributes;
    job: Columns;
    /** of the organization, where the row names it */
    country: string | null;
    role: { role: Role; source: RoleSource } | null;
  } | null;
  /** of a history */
  past?: { table: 'past_interaction' | 'past_opportunity'; columns: Columns }[];
}

/** What a row was taken for where a person may know better; see the table import_match. */
export interface MatchNote {
  line: number;
  entity: ImportMatch['entity'];
  why: ImportMatch['why'];
  given: string;
  known: string;
  known_id: string;
  result: ImportMatch['result'];
}
