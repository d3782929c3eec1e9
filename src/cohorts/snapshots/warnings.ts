import { detectableDifference, showsDifference } from './hold-out.js';
import type { CohortLayout } from './layout.js';
import type { CompletenessView, CohortWarningView } from './preview.view.js';

/** What to know before this cohort is frozen. */
export function warnings(
  { counts, holdOutPercent }: CohortLayout,
  completeness: CompletenessView,
): CohortWarningView[] {
  const list: CohortWarningView[] = [];
  const warn = (code: string, message: string) => void list.push({ code, message });
  const { organizations, organizationsExcluded, heldOut } = counts;
  const included = organizations - organizationsExcluded;

  if (organizations === 0) warn('empty_cohort', 'No organization matches this rule. Widen it, or import more.');
  else if (included === 0) warn('everybody_excluded', 'Organizations match, but each is excluded: see the reasons.');
  if (included > 0 && holdOutPercent > 0 && !showsDifference(included - heldOut, heldOut))
    warn('hold_out_too_small', tooSmall(included - heldOut, heldOut));
  for (const { role, without } of completeness.roles)
    if (organizations > 0 && without * 2 > organizations)
      warn(
        'role_missing',
        `At ${amount(without)} of ${amount(organizations)} organizations no ${role.replaceAll('_', ' ')} is known.`,
      );
  const people = counts.decisionMakers - counts.decisionMakersExcluded;
  const unverified = people - counts.decisionMakersVerified;
  if (unverified * 2 > people)
    warn(
      'mostly_unverified',
      `Of ${amount(people)} decision makers ${amount(unverified)} have neither a verified address nor a verified number.`,
    );
  return list;
}

function tooSmall(approached: number, heldOut: number): string {
  const difference = detectableDifference(approached, heldOut);
  const would =
    difference === null || difference >= 1
      ? 'no difference would show'
      : `only a difference above ${Math.ceil(difference * 100)} percentage points would show`;
  return `Of the organizations ${amount(heldOut)} are held out and ${amount(approached)} approached: ${would}. Hold out more, or none.`;
}

function amount(count: number): string {
  return count.toLocaleString('en-GB');
}
