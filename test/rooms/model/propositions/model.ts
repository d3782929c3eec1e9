import type { Walked } from '../walk.js';
import { OPEN, Version, type Approval, type Colleague, type MobilisationItem, type Content } from './version.js';

export const PEOPLE: readonly Colleague[] = [
  { department: 'finance', role: 'executive' },
  { department: 'finance', role: 'executive' },
  { department: 'logistics', role: 'executive' },
  { department: 'logistics', role: 'manager' },
  { department: 'sales', role: 'executive' },
  { department: 'marketing', role: 'executive' },
  { department: 'management', role: 'executive' },
  { department: 'sales', role: 'rep' },
];
/** who begins the proposition */
export const FOUNDER = 0;

export interface Campaign {
  id: string;
  version: Version;
  state: 'draft' | 'running';
}

/** One proposition, from its first draft on. */
export class Model implements Walked {
  commands = 0;
  versions: Version[] = [];
  campaigns: Campaign[] = [];
  /** as each version was when it was locked, and which one each campaign was launched with; by id */
  readonly locked = new Map<string, string>();
  readonly launchedWith = new Map<string, string>();

  begins(): void {
    this.commands++;
  }

  draft(content: Content): Version {
    const version = new Version(this.versions.length + 1, content, PEOPLE);
    this.versions.push(version);
    return version;
  }

  get newest(): Version {
    return this.versions.at(-1)!;
  }

  get live(): Version | undefined {
    return this.versions.find((version) => version.is('live'));
  }

  openVersion = (): Version | undefined => this.versions.find((version) => version.is(...OPEN));

  approvals = (): { version: Version; approval: Approval }[] =>
    this.versions.flatMap((version) => version.approvals.map((approval) => ({ version, approval })));

  mobilisationItems = (): { version: Version; mobilisationItem: MobilisationItem }[] =>
    this.versions.flatMap((version) =>
      version.mobilisationItems.map((mobilisationItem) => ({ version, mobilisationItem })),
    );

  blockers({ version }: Campaign): string[] {
    const running = this.campaigns.some((other) => other.version === version && other.state === 'running');
    return [...version.blockers(), ...(running ? ['already_running'] : [])];
  }
}

/** Numbers below those that are asked for, one after the other; all of them come from one. */
export function dice(n: number): (sides: number) => number {
  let left = n;
  return (sides) => {
    const shown = left % sides;
    left = Math.floor(left / sides);
    return shown;
  };
}
export type Dice = ReturnType<typeof dice>;

/** Mostly somebody who may, and else anybody. */
export function somebody(roll: Dice, mayDo: number[]): number {
  return roll(5) > 0 && mayDo.length > 0 ? mayDo[roll(mayDo.length)]! : roll(PEOPLE.length);
}

export const executives = PEOPLE.flatMap(({ role }, n) => (role === 'executive' ? [n] : []));
