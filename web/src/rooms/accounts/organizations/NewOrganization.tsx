import { http, type Shape } from '../../../api/client';
import { Form } from '../../../components/forms/Form';
import { SidePanel } from '../../../components/layout/SidePanel';
import { useWords } from '../../../i18n';

const TEXTS = [
  'name',
  'domain',
  'website',
  'sector',
  'industry',
  'address',
  'postalCode',
  'city',
  'region',
  'country',
] as const;
const MORE = ['phone', 'externalId'] as const;

/** The new organization opens, so that contacts can be added. */
export function NewOrganization({ onMade, onClose }: { onMade: (id: string) => void; onClose: () => void }) {
  const { admin, accounts } = useWords();
  const words: Record<string, string> = accounts.organization;
  const text = <Name extends string>(name: Name) => ({ name, label: words[name]!, required: name === 'name' });
  return (
    <SidePanel title={accounts.organization.new} opened onClose={onClose}>
      <Form
        initial={{ relationship: 'prospect' }}
        fields={[
          ...TEXTS.map(text),
          {
            name: 'relationship',
            label: accounts.organization.relationship,
            kind: 'choice',
            options: Object.entries(accounts.relationship).map(([value, label]) => ({ value, label })),
          },
          { name: 'employees', label: accounts.organization.employees, kind: 'number' },
          { name: 'founded', label: accounts.organization.founded, kind: 'number' },
          ...MORE.map(text),
        ]}
        submitLabel={admin.create}
        doneMessage={admin.created}
        onSubmit={(body: Shape<'NewOrganization'>) =>
          http.POST('/api/v1/organizations', { body }).then(({ data }) => onMade(data!.id))
        }
      />
    </SidePanel>
  );
}
