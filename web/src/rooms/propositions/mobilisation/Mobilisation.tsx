import {
  Button,
  Checkbox,
  Group,
  List,
  Select,
  SimpleGrid,
  Stack,
  Table,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { api, http, type Shape } from '../../../api/client';
import { useMe } from '../../../shell/session';
import { StateBadge } from '../../../components/status/StateBadge';
import { useListing } from '../../../components/lists/useListing';
import { UserName } from '../../../components/users/UserName';
import { UserPicker } from '../../../components/users/UserPicker';
import { Section } from '../../../components/layout/Section';
import { QueryState } from '../../../components/status/QueryState';
import { DateText } from '../../../components/status/DateText';
import { useDepartmentName } from '../../../components/users/useDepartmentName';
import { useWords } from '../../../i18n';
import { BurnDown } from './BurnDown';
import { ENDED, type Version } from '../version/content';
import { useAction } from '../version/useAction';

type Commitment = Shape<'MobilisationItemView'>;

export function Mobilisation({ version, mayCommit }: { version: Version; mayCommit: boolean }) {
  const { mobilisation: words } = useWords().propositions;
  const { items, isSuccess } = useListing('/api/v1/versions/{id}/mobilisation-items', { names: { id: version.id } });
  const over = version.state === 'live' || ENDED.includes(version.state);
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm" verticalSpacing="sm">
        <Blockers version={version} />
        <Section title={words.burnDown}>{items.length > 0 && <BurnDown commitments={items} />}</Section>
      </SimpleGrid>
      <Section title={words.title} note={words.note}>
        {isSuccess && items.length === 0 && <Text size="sm">{words.none}</Text>}
        {items.length > 0 && (
          <Table.ScrollContainer minWidth={720}>
            <Table verticalSpacing={4} horizontalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{words.department}</Table.Th>
                  <Table.Th>{words.text}</Table.Th>
                  <Table.Th>{words.owner}</Table.Th>
                  <Table.Th>{words.due}</Table.Th>
                  <Table.Th miw={110}>{words.state}</Table.Th>
                  <Table.Th miw={220}>{words.evidence}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((one) => (
                  <Row key={one.id} one={one} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
        {mayCommit && !over && <NewCommitment versionId={version.id} />}
      </Section>
    </Stack>
  );
}

function Blockers({ version }: { version: Version }) {
  const { mobilisation: words } = useWords().propositions;
  const readiness = api.useQuery('get', '/api/v1/versions/{id}/readiness', { params: { path: { id: version.id } } });
  return (
    <Section title={words.blockers}>
      <QueryState query={readiness} lines={3}>
        {({ blockers }) =>
          blockers.length === 0 ? (
            <Text size="sm">{version.state === 'live' ? words.isLive : words.clear}</Text>
          ) : (
            <List size="sm" spacing={2}>
              {blockers.map((one) => (
                <List.Item key={one.message}>{one.message}</List.Item>
              ))}
            </List>
          )
        }
      </QueryState>
    </Section>
  );
}

function Row({ one }: { one: Commitment }) {
  const { mobilisation: words } = useWords().propositions;
  const department = useDepartmentName();
  return (
    <Table.Tr>
      <Table.Td>{department(one.department)}</Table.Td>
      <Table.Td>
        {one.text}
        {!one.required && (
          <Text size="xs" c="dimmed">
            {words.optional}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <UserName id={one.ownerId} />
      </Table.Td>
      <Table.Td>
        <DateText at={one.dueOn} />
      </Table.Td>
      <Table.Td>
        <StateBadge state={one.state} />
      </Table.Td>
      <Table.Td>
        {one.state === 'open' ? (
          <Close one={one} />
        ) : (
          <Text size="sm">
            {one.evidence ?? one.waiveReason} <UserName id={one.closedBy} />, <DateText at={one.closedAt} />
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** Marks an item as done with evidence, or waives it with a reason. Only an executive of the department can waive. */
function Close({ one }: { one: Commitment }) {
  const { mobilisation: words } = useWords().propositions;
  const { actions } = useWords().shell;
  const me = useMe();
  const doing = useAction();
  const department = useDepartmentName();
  const [how, setHow] = useState<'complete' | 'waive' | null>(null);
  const [text, setText] = useState('');
  const isChief = me.has('executive') && me.department === one.department;
  const params = { path: { id: one.id } };
  const close = () =>
    how === 'complete'
      ? doing(
          () => http.PUT('/api/v1/mobilisation-items/{id}/completion', { params, body: { evidence: text } }),
          words.complete,
        )
      : doing(
          () => http.PUT('/api/v1/mobilisation-items/{id}/waiver', { params, body: { reason: text } }),
          words.waive,
        );
  if (how === null)
    return (
      <Group gap={4}>
        {(isChief || one.ownerId === me.id) && (
          <Button variant="light" onClick={() => setHow('complete')}>
            {words.complete}
          </Button>
        )}
        {isChief ? (
          <Button variant="subtle" color="gray" onClick={() => setHow('waive')}>
            {words.waive}
          </Button>
        ) : (
          <Text size="xs" c="dimmed">
            {words.waiveOnly(department(one.department))}
          </Text>
        )}
      </Group>
    );
  return (
    <Stack gap={4}>
      <Textarea
        autoFocus
        autosize
        aria-label={how === 'complete' ? words.completeWith : words.waiveWhy}
        placeholder={how === 'complete' ? words.completeWith : words.waiveWhy}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group gap={4}>
        <Button disabled={text.trim() === ''} onClick={() => void close()}>
          {how === 'complete' ? words.complete : words.waive}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => setHow(null)}>
          {actions.cancel}
        </Button>
      </Group>
    </Stack>
  );
}

function NewCommitment({ versionId }: { versionId: string }) {
  const { mobilisation: words } = useWords().propositions;
  const doing = useAction();
  const me = useMe();
  const departments = api.useQuery('get', '/api/v1/departments');
  const [department, setDepartment] = useState<string>(me.department);
  const [text, setText] = useState('');
  const [ownerId, setOwner] = useState<string | null>(null);
  const [dueOn, setDue] = useState('');
  const [required, setRequired] = useState(true);
  const ready = text.trim() !== '' && ownerId !== null && dueOn !== '';
  const add = async () => {
    if (!ready) return;
    const body = { department, text, ownerId, dueOn, required };
    const params = { path: { id: versionId } };
    if (await doing(() => http.POST('/api/v1/versions/{id}/mobilisation-items', { params, body }), words.add))
      setText('');
  };
  return (
    <Group
      component="form"
      gap="xs"
      align="end"
      mt="sm"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Select
        size="xs"
        label={words.department}
        allowDeselect={false}
        data={(departments.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        value={department}
        onChange={(value) => value && setDepartment(value)}
      />
      <TextInput
        size="xs"
        label={words.text}
        style={{ flex: '1 1 14rem' }}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <UserPicker key={department} label={words.owner} department={department} value={ownerId} onChange={setOwner} />
      <TextInput
        size="xs"
        type="date"
        label={words.due}
        value={dueOn}
        onChange={(event) => setDue(event.currentTarget.value)}
      />
      <Checkbox
        size="xs"
        label={words.required}
        checked={required}
        onChange={(event) => setRequired(event.currentTarget.checked)}
      />
      <Button type="submit" variant="default" disabled={!ready}>
        {words.add}
      </Button>
    </Group>
  );
}
