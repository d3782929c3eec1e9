import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { http } from '../../../api/client';
import { useMe } from '../../../shell/session';
import { useListing } from '../../../components/lists/useListing';
import { UserName } from '../../../components/users/UserName';
import { UserPicker } from '../../../components/users/UserPicker';
import { Section } from '../../../components/layout/Section';
import { DateText } from '../../../components/status/DateText';
import { useWords } from '../../../i18n';
import { useAction } from '../version/useAction';

export function Delegations() {
  const { approvalList: words, reason: why } = useWords().propositions;
  const me = useMe();
  const doing = useAction();
  const [toUser, setTo] = useState<string | null>(null);
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const { items, isSuccess } = useListing('/api/v1/delegations', {});
  const give = async () => {
    if (!toUser || !until) return;
    const body = { toUser, endsAt: `${until}T23:59:59Z`, ...(reason ? { reason } : {}) };
    if (await doing(() => http.POST('/api/v1/delegations', { body }), words.given)) {
      setTo(null);
      setReason('');
    }
  };
  const end = (id: string) =>
    doing(() => http.DELETE('/api/v1/delegations/{id}', { params: { path: { id } } }), words.endedNow);
  return (
    <Section title={words.delegations} note={words.delegationsNote}>
      <Stack gap="xs">
        {isSuccess && items.length === 0 && (
          <Text size="sm" c="dimmed">
            {words.noDelegations}
          </Text>
        )}
        {items.map((one) => (
          <Group key={one.id} gap="xs">
            <Text size="sm">
              <UserName id={one.fromUser} /> → <UserName id={one.toUser} />, <DateText at={one.startsAt} /> –{' '}
              <DateText at={one.endsAt} /> {one.reason}
            </Text>
            {one.fromUser === me.id && (
              <Button variant="subtle" color="gray" onClick={() => void end(one.id)}>
                {words.end}
              </Button>
            )}
          </Group>
        ))}
        {me.has('executive') && (
          <Group
            component="form"
            gap="xs"
            align="end"
            onSubmit={(event) => {
              event.preventDefault();
              void give();
            }}
          >
            <UserPicker label={words.to} value={toUser} onChange={setTo} />
            <TextInput
              type="date"
              label={words.until}
              value={until}
              onChange={(event) => setUntil(event.currentTarget.value)}
            />
            <TextInput label={why} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
            <Button type="submit" variant="default" size="sm" disabled={!toUser || !until}>
              {words.delegate}
            </Button>
          </Group>
        )}
      </Stack>
    </Section>
  );
}
