import { plain, useWords } from '../../../i18n';
import type { ContentField } from './content';

export function useFieldText(): (field: ContentField, value: unknown) => string {
  const { terms, propositions } = useWords();
  const role: Record<string, string> = terms.role;
  const impact: Record<string, string> = propositions.impact;
  return (field, value) => {
    if (value === null || value === undefined || value === '') return '';
    if (field === 'salesRoleImpact') return impact[value as string] ?? plain(value as string);
    if (field === 'requiredRoles') return (value as string[]).map((each) => role[each] ?? plain(each)).join('\n');
    if (field === 'requiredDepartments') return (value as string[]).map(plain).join('\n');
    if (Array.isArray(value)) return value.join('\n');
    if (field === 'lenses')
      return Object.entries(value as Record<string, string>)
        .map(([of, text]) => `${role[of] ?? plain(of)}: ${text}`)
        .join('\n\n');
    return typeof value === 'string' ? value : JSON.stringify(value, null, 1);
  };
}
