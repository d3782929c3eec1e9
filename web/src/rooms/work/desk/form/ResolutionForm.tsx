import { Stack, Textarea, UnstyledButton } from '@mantine/core';
import { useKeys } from '../../../../shell/shortcuts';
import { KeyHint } from '../../../../components/layout/KeyHint';
import { ScreenButton } from '../../../../components/layout/ScreenLink';
import { useWords } from '../../../../i18n';
import type { TaskCard, OutcomeDraft } from './draft';
import { NewContactFields, ContactPointFields } from './Fields';
import { focusOn } from './OutcomeForm';
import classes from '../Desk.module.css';

type Resolution = NonNullable<OutcomeDraft['resolution']>;
const FITTING: Partial<Record<TaskCard['kind'], Resolution[]>> = {
  fix_contact: ['corrected', 'not_found'],
  find_contact: ['found', 'not_found'],
  colleague_replied: ['resume', 'exclude', 'group'],
  group_session: ['resume', 'exclude'],
  notice: ['seen'],
};
const FIELD: Partial<Record<Resolution, string>> = { corrected: 'way-email', found: 'person-name', exclude: 'reason' };

/** The result of a task that is not a conversation. */
export function ResolutionForm({
  card,
  draft,
  edit,
}: {
  card: TaskCard;
  draft: OutcomeDraft;
  edit: (change: Partial<OutcomeDraft>) => void;
}) {
  const { work, buying } = useWords();
  const fitting = FITTING[card.kind] ?? [];
  const choose = (resolution: Resolution) => {
    edit({ resolution });
    const field = FIELD[resolution];
    if (field) focusOn(field);
  };
  useKeys(
    Object.fromEntries(
      fitting.map((each, i) => [String(i + 1), { label: work.resolution[each], run: () => choose(each) }]),
    ),
  );
  return (
    <Stack gap={6}>
      {card.kind === 'group_session' && (
        <ScreenButton
          to="/work/group/$id"
          params={{ id: card.organizationId }}
          search={{ campaignId: card.campaignId ?? undefined, task: card.id, fence: String(card.fence) }}
        >
          {buying.record}
        </ScreenButton>
      )}
      <div className={classes.outcomes} role="radiogroup" aria-label={work.resolve}>
        {fitting.map((each, i) => (
          <UnstyledButton
            key={each}
            role="radio"
            aria-checked={draft.resolution === each}
            className={classes.outcome}
            onClick={() => choose(each)}
          >
            <KeyHint keys={String(i + 1)} />
            {work.resolution[each]}
          </UnstyledButton>
        ))}
      </div>
      {draft.resolution === 'corrected' && <ContactPointFields draft={draft} edit={edit} />}
      {draft.resolution === 'found' && <NewContactFields draft={draft} edit={edit} title={work.newPerson} />}
      {(draft.resolution === 'exclude' || draft.resolution === 'resume') && (
        <Textarea
          id="reason"
          size="xs"
          label={work.reason}
          autosize
          minRows={2}
          maxLength={1000}
          value={draft.reason}
          onChange={({ currentTarget }) => edit({ reason: currentTarget.value })}
        />
      )}
    </Stack>
  );
}
