import { http, type Shape } from '../../../api/client';
import { Form, type FormField } from '../../../components/forms/Form';
import { useWords } from '../../../i18n';

/** Creates a contact, with a job if an organization is given. */
export function NewContact({
  organizationId,
  onMade,
  onCancel,
}: {
  organizationId?: string;
  onMade: (id: string) => void;
  onCancel?: () => void;
}) {
  const { admin, accounts } = useWords();
  const { contact: words, jobs } = accounts;
  const atOne: FormField<'title' | 'department'>[] = organizationId
    ? [
        { name: 'title', label: jobs.job },
        { name: 'department', label: jobs.department },
      ]
    : [];
  return (
    <Form
      fields={[
        { name: 'name', label: words.name, required: true },
        { name: 'email', label: words.email },
        { name: 'phone', label: words.phone, hint: words.phoneHint },
        { name: 'language', label: words.language, hint: words.languageHint },
        ...atOne,
      ]}
      submitLabel={admin.create}
      doneMessage={admin.created}
      onSubmit={(filled: Shape<'NewContact'>) =>
        http
          .POST('/api/v1/contacts', { body: { ...filled, ...(organizationId ? { organizationId } : {}) } })
          .then(({ data }) => onMade(data!.id))
      }
      {...(onCancel ? { onCancel } : {})}
    />
  );
}
