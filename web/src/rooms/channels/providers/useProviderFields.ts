import { api, type Shape } from '../../../api/client';
import type { FormField } from '../../../components/forms/Form';
import { useWords } from '../../../i18n';

/** What an administrator enters; the provider itself is chosen once. */
export function useProviderFields(): FormField<keyof Shape<'NewProviderConnection'>>[] {
  const { admin, providers: words } = useWords();
  const senders = api.useQuery('get', '/api/v1/senders', { params: { query: { limit: 200 } } });
  return [
    {
      name: 'provider',
      label: words.provider,
      kind: 'choice',
      required: true,
      options: Object.entries(words.names).map(([value, label]) => ({ value, label })),
    },
    { name: 'name', label: admin.name, required: true },
    { name: 'secret', label: words.secret, kind: 'password', hint: words.secretHint },
    { name: 'topic', label: words.topic, hint: words.topicHint },
    {
      name: 'senderIds',
      label: words.senders,
      hint: words.sendersHint,
      kind: 'several',
      options: (senders.data?.items ?? []).map(({ id, address }) => ({ value: id, label: address })),
    },
  ];
}
