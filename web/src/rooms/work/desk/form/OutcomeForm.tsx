import {
  Badge,
  Button,
  CloseButton,
  Group,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  TextInput,
  UnstyledButton,
} from '@mantine/core';
import { useState } from 'react';
import { useNow } from '../../../../shell/clock';
import { useKeys, type Shortcuts } from '../../../../shell/shortcuts';
import { KeyHint } from '../../../../components/layout/KeyHint';
import { useWords } from '../../../../i18n';
import { dayIn, DAYS, usualMeeting } from './days';
import { interestOf, sentimentOf, type OutcomeDraft } from './draft';
import { MeetingFields, NewContactFields } from './Fields';
import { MoreDetails } from './MoreDetails';
import {
  needsFollowUp,
  DISPOSITION_KEYS,
  INTERESTS,
  isConnected,
  MOST_OBJECTIONS,
  OBJECTIONS,
  SENTIMENTS,
  type Disposition,
  type Interest,
  type Objection,
  type Sentiment,
} from './outcomes';
import { PickList } from './PickList';
import classes from '../Desk.module.css';

/** Focuses at once if the element exists, so that letters typed right after the shortcut are not lost. */
export function focusOn(id: string): void {
  const field = document.getElementById(id);
  if (field) field.focus();
  else setTimeout(() => document.getElementById(id)?.focus());
}
const after = <T,>(list: readonly T[], one: T | null): T => list[(list.indexOf(one as T) + 1) % list.length]!;

/** The outcome of a conversation. What the disposition implies is filled in. */
export function OutcomeForm({
  draft,
  known,
  edit,
  picking,
  pick,
}: {
  draft: OutcomeDraft;
  known: string | undefined;
  edit: (change: Partial<OutcomeDraft>) => void;
  /** the open pick list */
  picking: string | null;
  pick: (list: string | null) => void;
}) {
  const { work, terms } = useWords();
  const now = useNow();
  const [more, setMore] = useState(false);
  const { disposition, objections } = draft;
  const sentiment = sentimentOf(draft);
  const interest = interestOf(draft, known);
  const connected = isConnected(disposition);
  const meets = disposition === 'connected_meeting_set';
  const choose = (chosen: Disposition) => {
    const meetingAt = chosen === 'connected_meeting_set' && !draft.meetingAt ? usualMeeting(now) : draft.meetingAt;
    edit({ disposition: chosen, meetingAt });
    if (chosen === 'connected_referred') focusOn('person-name');
  };
  const toggle = (code: Objection) => {
    const kept = objections.filter((each) => each !== code);
    edit({ objections: kept.length < objections.length ? kept : [...kept, code].slice(-MOST_OBJECTIONS) });
    pick(null);
  };
  const meet = () => {
    choose('connected_meeting_set');
    focusOn('meeting-at');
  };
  const comeBack = (key: string) => {
    pick(null);
    if (key === 'other') return focusOn('follow-up');
    edit({ followUp: dayIn(DAYS[key as keyof typeof DAYS], now) });
  };
  const open: Shortcuts = {
    ...Object.fromEntries(
      DISPOSITION_KEYS.map(([key, code]) => [key, { label: terms.disposition[code], run: () => choose(code) }]),
    ),
    s: { label: work.nextSentiment, run: () => edit({ sentiment: after(SENTIMENTS, sentiment) }) },
    i: connected && { label: work.nextInterest, run: () => edit({ interest: after(INTERESTS, interest) }) },
    o: { label: work.objection, run: () => pick('objection') },
    f: { label: work.followUp, run: () => pick('followUp') },
    m: { label: work.meeting, run: meet },
    v: { label: work.writeQuote, run: () => focusOn('their-words') },
    p: { label: work.newPerson, run: () => (setMore(true), focusOn('person-name')) },
    a: { label: work.moreDetails, run: () => setMore(!more) },
  };
  useKeys(picking ? {} : open);
  if (picking === 'objection')
    return (
      <PickList
        title={work.pickObjection}
        choices={OBJECTIONS.map((key) => ({ key, label: terms.objection[key], chosen: objections.includes(key) }))}
        onPick={(key) => toggle(key as Objection)}
        onClose={() => pick(null)}
      />
    );
  if (picking === 'followUp')
    return (
      <PickList
        title={work.pickFollowUp}
        choices={[...(Object.keys(DAYS) as (keyof typeof DAYS)[]), 'other' as const].map((key) => ({
          key,
          label: work.days[key],
        }))}
        onPick={comeBack}
        onClose={() => pick(null)}
      />
    );
  return (
    <Stack gap={6}>
      <div className={classes.outcomes} role="radiogroup" aria-label={work.outcome}>
        {DISPOSITION_KEYS.map(([key, code]) => (
          <UnstyledButton
            key={code}
            role="radio"
            aria-checked={disposition === code}
            className={classes.outcome}
            onClick={() => choose(code)}
          >
            <KeyHint keys={key} />
            <Text span size="xs" truncate>
              {terms.disposition[code]}
            </Text>
          </UnstyledButton>
        ))}
      </div>
      <Row label={work.sentiment} hint="s">
        <SegmentedControl
          {...TIGHT}
          aria-label={work.sentiment}
          value={sentiment}
          onChange={(value) => edit({ sentiment: value as Sentiment })}
          data={SENTIMENTS.map((value) => ({ value, label: terms.sentiment[value] }))}
        />
      </Row>
      {connected && (
        <Row label={work.interest} hint="i">
          <SegmentedControl
            {...TIGHT}
            aria-label={work.interest}
            value={interest ?? ''}
            onChange={(value) => edit({ interest: value as Interest })}
            data={INTERESTS.map((value) => ({ value, label: work.interestShort[value] }))}
          />
        </Row>
      )}
      <Row label={work.objections} hint="o">
        {objections.map((code) => (
          <Badge
            key={code}
            color="petrol"
            tt="none"
            rightSection={
              <CloseButton size={14} aria-label={`${terms.objection[code]} ×`} onClick={() => toggle(code)} />
            }
          >
            {terms.objection[code]}
          </Badge>
        ))}
        {objections.length < MOST_OBJECTIONS && (
          <Button variant="default" size="compact-xs" onClick={() => pick('objection')}>
            {work.objection} …
          </Button>
        )}
      </Row>
      {(needsFollowUp(disposition) || draft.followUp) && (
        <Row label={work.followUp} hint="f">
          <TextInput
            id="follow-up"
            size="xs"
            type="date"
            aria-label={work.followUp}
            value={draft.followUp}
            onChange={({ currentTarget }) => edit({ followUp: currentTarget.value })}
          />
        </Row>
      )}
      {meets && <MeetingFields draft={draft} edit={edit} />}
      {(disposition === 'connected_referred' || (more && connected)) && (
        <NewContactFields
          draft={draft}
          edit={edit}
          title={disposition === 'connected_referred' ? work.referredTo : work.newPerson}
        />
      )}
      <Textarea
        id="their-words"
        size="xs"
        label={
          <>
            {work.quote} <KeyHint keys="v" />
          </>
        }
        autosize
        minRows={2}
        maxRows={5}
        maxLength={4000}
        value={draft.verbatim}
        onChange={({ currentTarget }) => edit({ verbatim: currentTarget.value })}
      />
      <Button
        variant="subtle"
        color="gray"
        size="compact-xs"
        aria-expanded={more}
        onClick={() => setMore(!more)}
        rightSection={<KeyHint keys="a" />}
      >
        {work.moreDetails}
      </Button>
      {more && <MoreDetails draft={draft} edit={edit} />}
    </Stack>
  );
}

const TIGHT = { size: 'xs', fullWidth: true, flex: 1, styles: { label: { paddingInline: 4 } } } as const;

function Row({ label, hint, children }: { label: string; hint: string; children: React.ReactNode }) {
  return (
    <Group gap={6} mih={26} wrap="nowrap">
      <Text size="xs" c="dimmed" miw={66}>
        {label} <KeyHint keys={hint} />
      </Text>
      {children}
    </Group>
  );
}
