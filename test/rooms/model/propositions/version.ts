/** What should be true of a version of a proposition, in plain objects: nothing here asks the code that is tested. */

export type State =
  | 'draft'
  | 'in_review'
  | 'changes_requested'
  | 'approved'
  | 'mobilising'
  | 'live'
  | 'superseded'
  | 'retired'
  | 'rejected';
export type Decision = 'approve' | 'approve_with_changes' | 'reject';

/** A user of the company. */
export interface Colleague {
  department: string;
  role: 'executive' | 'manager' | 'rep';
}

export interface Approval {
  department: string;
  round: number;
  state: 'pending' | 'recalled' | Decision;
  /** who decided, by their place among the people, and with which note */
  by: number | null;
  note: string | null;
}

export interface MobilisationItem {
  id: string;
  department: string;
  owner: number;
  required: boolean;
  state: 'open' | 'done' | 'waived';
  /** the evidence, or why it was waived */
  because: string | null;
}

export type Content = Record<string, unknown> & { requiredDepartments: string[]; noObjectionsNote: string | null };

export const EDITABLE: State[] = ['draft', 'changes_requested'];
export const OPEN: State[] = [...EDITABLE, 'in_review'];
export const ENDED: State[] = ['superseded', 'retired', 'rejected'];
const COMMERCIAL = ['sales', 'marketing'];
/** Whatever else authors write, a department must be able to read these. */
const NEEDED = ['narrative', 'claims', 'cohortRule', 'requiredRoles'];

export class Version {
  id = '';
  state: State = 'draft';
  revision = 1;
  authors: number[] = [];
  internalObjections = 0;
  cited = false;
  approvals: Approval[] = [];
  mobilisationItems: MobilisationItem[] = [];

  constructor(
    readonly number: number,
    public content: Content,
    private readonly people: readonly Colleague[],
  ) {}

  is = (...states: State[]): boolean => states.includes(this.state);
  isAuthor = (who: number): boolean => this.authors.includes(who);
  isExecutive = (who: number): boolean => this.people[who]!.role === 'executive';

  become(state: State): void {
    this.state = state;
    this.revision++;
  }

  /** Who may decide for a department: nobody on what they wrote; general management, where a department has nobody else. */
  deciders(department: string): number[] {
    const chiefs = (of: string) =>
      this.people.flatMap((one, n) =>
        one.role === 'executive' && one.department === of && !this.isAuthor(n) ? [n] : [],
      );
    const own = chiefs(department);
    return own.length > 0 ? own : chiefs('management');
  }

  /** What keeps it from being submitted, as "field code". */
  missing(): string[] {
    const { requiredDepartments: asked, noObjectionsNote } = this.content;
    const departments = new Set(this.authors.map((who) => this.people[who]!.department));
    return [
      ...(departments.size < 2 ? ['authors too_few_departments'] : []),
      ...(this.authors.some(this.isExecutive) ? [] : ['authors no_executive']),
      ...NEEDED.filter((field) => isEmpty(this.content[field])).map((field) => `${field} required`),
      ...(asked.length < 2 ? ['requiredDepartments too_few_departments'] : []),
      ...(asked.every((each) => COMMERCIAL.includes(each)) ? ['requiredDepartments only_commercial'] : []),
      ...asked.filter((each) => this.deciders(each).length === 0).map(() => 'requiredDepartments nobody_decides'),
      ...(this.number > 1 && !this.cited ? ['citations required'] : []),
      ...(this.internalObjections === 0 && isEmpty(noObjectionsNote) ? ['noObjectionsNote not_radical'] : []),
    ];
  }

  pending = (): Approval[] => this.approvals.filter(({ state }) => state === 'pending');
  open = (): MobilisationItem[] => this.mobilisationItems.filter(({ state, required }) => required && state === 'open');

  /** What stands between it and a launch, as "code department". */
  blockers(): string[] {
    if (this.is('live')) return [];
    if (this.is(...ENDED)) return ['ended'];
    return [
      ...(this.is(...EDITABLE) ? [...this.missing().map((each) => each.split(' ')[1]!), 'not_submitted'] : []),
      ...this.pending().map(({ department }) => `approval_pending ${department}`),
      ...this.open().map(({ department }) => `mobilisation_item_open ${department}`),
      'not_live',
    ];
  }

  submit(): void {
    this.become('in_review');
    const round = Math.max(0, ...this.approvals.map((each) => each.round)) + 1;
    for (const department of this.content.requiredDepartments)
      this.approvals.push({ department, round, state: 'pending', by: null, note: null });
  }

  withdraw(state: 'draft' | 'rejected'): void {
    this.become(state);
    for (const approval of this.pending()) approval.state = 'recalled';
  }

  decide(approval: Approval, state: Decision, by: number, note: string | null): void {
    Object.assign(approval, { state, by, note });
    if (state === 'reject') return this.withdraw('rejected');
    const round = this.approvals.filter((each) => each.round === approval.round);
    if (round.some((each) => each.state === 'pending')) return;
    if (round.some((each) => each.state === 'approve_with_changes')) return this.become('changes_requested');
    this.become('approved');
    this.mobilise();
  }

  mobilise(): void {
    if (this.is('approved') && this.mobilisationItems.some(({ state }) => state === 'open')) this.become('mobilising');
  }
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === null || value === '';
}
