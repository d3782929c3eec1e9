import type { Shape } from '../../../api/client';
import type { FormField } from '../../../components/forms/Form';
import { useWords } from '../../../i18n';

export function useMailboxFields(): FormField<keyof Shape<'NewMailbox'>>[] {
  const { admin } = useWords();
  const words = admin.mailbox;
  return [
    { name: 'name', label: admin.name, required: true },
    { name: 'host', label: words.host, required: true },
    { name: 'port', label: admin.sender.port, kind: 'number' },
    {
      name: 'tls',
      label: admin.sender.tls,
      kind: 'choice',
      options: ['implicit', 'starttls', 'none'].map((value) => ({ value, label: value })),
    },
    { name: 'username', label: words.user, required: true },
    { name: 'password', label: admin.password, kind: 'password', required: true },
    { name: 'folder', label: words.folder },
    { name: 'trustedAuthservId', label: words.trusted, hint: words.trustedHint },
    { name: 'active', label: words.read, kind: 'flag' },
  ];
}
