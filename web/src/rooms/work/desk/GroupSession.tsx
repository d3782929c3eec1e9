import {
  Alert,
  Button,
  Group as Row,
  NativeSelect,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { api, http, type Shape } from '../../../api/client';
import { useNow } from '../../../shell/clock';
import { useKeys } from '../../../shell/shortcuts';
import { useNotify } from '../../../components/status/useNotify';
import { KeyHint } from '../../../components/layout/KeyHint';
import { Screen } from '../../../components/layout/Screen';
import { QueryState } from '../../../components/status/QueryState';
import { EmptyState } from '../../../components/status/EmptyState';
import { ScreenButton } from '../../../components/layout/ScreenLink';
import { useWords } from '../../../i18n';
import { changeDraft, type OutcomeDraft } from './form/draft';
import {
  groupSessionBody,
  ATTENDANCES,
  participantsOf,
  firstIncomplete,
  type Attendance,
  type Participant,
} from './groupDraft';
import { OutcomeForm } from './form/OutcomeForm';
import { Participants } from './Participants';

interface Asked {
  campaignId?: string;
  propositionId?: string;
  task?: string;
  fence?: string;
}

/** One conversation with several contacts: an outcome form for each, saved together. */
export function GroupSession() {
  const { buying } = useWords();
  const { id } = useParams({ from: '/work/group/$id' });
  const asked = useSearch({ strict: false });
  const query = api.useQuery(
    'get',
    '/api/v1/organizations/{id}/buyer-map',
    { params: { path: { id }, query: asked.propositionId ? { propositionId: asked.propositionId } : {} } },
    { meta: { still: true } },
  );
  return (
    <Screen
      title={query.data ? buying.groupAt(query.data.organization) : buying.group}
      actions={
        <ScreenButton to="/organizations/$id/map" params={{ id }} variant="default">
          {buying.toMap}
        </ScreenButton>
      }
    >
      <QueryState query={query}>{(map) => <Form key={map.organizationId} map={map} asked={asked} />}</QueryState>
    </Screen>
  );
}

function Form({ map, asked }: { map: Shape<'BuyerMapView'>; asked: Asked }) {
  const { buying } = useWords();
  const now = useNow();
  const notify = useNotify();
  const queries = useQueryClient();
  const go = useNavigate();
  const campaignId = asked.campaignId ?? map.proposition?.campaignId ?? '';
  const [seats, setSeats] = useState(() => participantsOf(map.people, campaignId));
  const [at, setAt] = useState(0);
  const [picking, pick] = useState<string | null>(null);
  const [lacks, setLacks] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [heldAt, setHeldAt] = useState('');
  // a double click sends the same record
  const key = useRef(crypto.randomUUID());
  const seat = seats[at];
  const change = (place: number, what: Partial<Participant>) =>
    setSeats((before) => before.map((each, i) => (i === place ? { ...each, ...what } : each)));
  const edit = (what: Partial<OutcomeDraft>) =>
    seat && change(at, { part: 'present', draft: changeDraft(seat.draft, what, now) });
  const move = (by: number) => (pick(null), setAt((before) => (before + by + seats.length) % seats.length));
  const next = () =>
    seat && change(at, { part: ATTENDANCES[(ATTENDANCES.indexOf(seat.part) + 1) % ATTENDANCES.length]! });
  const save = async () => {
    const lacking = firstIncomplete(seats);
    const spoke = seats.filter(({ part }) => part === 'present').length;
    if (lacking) setAt(seats.indexOf(lacking));
    setLacks(lacking ? buying.missing(lacking.name) : spoke === 0 ? buying.nonePresent : null);
    if (lacking || spoke === 0) return;
    const body = groupSessionBody(
      seats,
      {
        organizationId: map.organizationId,
        campaignId,
        ...(asked.task ? { taskId: asked.task, fence: Number(asked.fence) } : {}),
        ...(note.trim() ? { note: note.trim() } : {}),
        ...(heldAt ? { heldAt: new Date(heldAt).toISOString() } : {}),
      },
      now,
    );
    try {
      await http.POST('/api/v1/group-conversations', { body, headers: { 'idempotency-key': key.current } });
      notify.success(buying.savedAll(spoke));
      await queries.invalidateQueries();
      await go({ to: '/organizations/$id/map', params: { id: map.organizationId } });
    } catch (error) {
      // a corrected input is a new record
      key.current = crypto.randomUUID();
      notify.error(error);
    }
  };
  useKeys({
    '$mod+Enter': { label: buying.saveAll, run: () => void save(), whileTyping: true },
    ...(picking
      ? {}
      : {
          j: { label: buying.nextPerson, run: () => move(1) },
          k: { label: buying.previousPerson, run: () => move(-1) },
          c: { label: buying.attendance, run: () => void next() },
        }),
  });
  if (!seat) return <EmptyState title={buying.noContacts} />;
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
      <Stack gap="sm">
        <Participants seats={seats} at={at} onChoose={setAt} />
        {lacks && (
          <Alert color="red" role="alert">
            {lacks}
          </Alert>
        )}
        <Row gap="xs" align="end" wrap="wrap">
          <TextInput
            size="xs"
            type="datetime-local"
            label={buying.heldAt}
            value={heldAt}
            onChange={({ currentTarget }) => setHeldAt(currentTarget.value)}
          />
          <Button onClick={() => void save()} rightSection={<KeyHint keys="$mod+Enter" />}>
            {buying.saveAll}
          </Button>
        </Row>
        <Textarea
          size="xs"
          label={buying.note}
          autosize
          minRows={2}
          maxLength={4000}
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
      </Stack>
      <Paper withBorder p="sm" component="section" aria-label={seat.name}>
        <Row justify="space-between" mb="xs" gap="xs">
          <Text fw={700} component="h2" fz="md" m={0}>
            {seat.name}
          </Text>
          <NativeSelect
            size="xs"
            aria-label={`${buying.attendance} ${seat.name}`}
            rightSection={<KeyHint keys="c" />}
            data={ATTENDANCES.map((value) => ({ value, label: buying.attendances[value] }))}
            value={seat.part}
            onChange={({ currentTarget }) => change(at, { part: currentTarget.value as Attendance })}
          />
        </Row>
        {(seat.part === 'present' || seat.part === 'none') && (
          <OutcomeForm
            key={seat.enrolmentId}
            draft={seat.draft}
            known={seat.interest}
            edit={edit}
            picking={picking}
            pick={pick}
          />
        )}
      </Paper>
    </SimpleGrid>
  );
}
