import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api, http } from '../../../api/client';
import { useMe } from '../../../shell/session';
import { useNotify } from '../../../components/status/useNotify';
import { Section } from '../../../components/layout/Section';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { useWords } from '../../../i18n';

export function Consents({ id }: { id: string }) {
  const { consent: words } = useWords().accounts;
  const me = useMe();
  const notify = useNotify();
  const [change, setChange] = useState<'given' | 'withdrawn'>('given');
  const [source, setSource] = useState('');
  const [evidence, setEvidence] = useState('');
  const path = { params: { path: { id } } };
  const { data, refetch } = api.useQuery('get', '/api/v1/contacts/{id}/consents', path);
  const record = async () => {
    try {
      await http.POST('/api/v1/contacts/{id}/consents', { ...path, body: { change, source, evidence } });
      notify.success(words.done);
      setSource('');
      setEvidence('');
      await refetch();
    } catch (error) {
      notify.error(error);
    }
  };
  return (
    <Section title={words.title}>
      {data?.items.length === 0 && <Text size="sm">{words.none}</Text>}
      {data?.items.map((each) => (
        <Text key={each.id} size="sm" component="div">
          <b>{words[each.change]}</b> · {each.source} · {each.evidence} · <RelativeTime at={each.at} />
        </Text>
      ))}
      {me.has('sales_ops', 'admin', 'rep') && (
        <Group gap="xs" mt="xs" align="end">
          <Select
            size="xs"
            w={130}
            aria-label={words.title}
            data={(['given', 'withdrawn'] as const).map((value) => ({ value, label: words[value] }))}
            value={change}
            onChange={(value) => setChange(value as typeof change)}
            allowDeselect={false}
          />
          <TextInput
            size="xs"
            label={words.source}
            value={source}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          <TextInput
            size="xs"
            label={words.evidence}
            value={evidence}
            onChange={(event) => setEvidence(event.currentTarget.value)}
          />
          <Button variant="default" disabled={!source.trim() || !evidence.trim()} onClick={() => void record()}>
            {words.record}
          </Button>
        </Group>
      )}
    </Section>
  );
}
