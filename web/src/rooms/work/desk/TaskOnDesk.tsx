import { Alert, Badge, Button, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Shape } from '../../../api/client';
import { useNotify } from '../../../components/status/useNotify';
import { QueryState } from '../../../components/status/QueryState';
import { useWords } from '../../../i18n';
import { TalkingPoints, Colleagues, Activity } from './Brief';
import { isConversation, type TaskCard, type OutcomeDraft } from './form/draft';
import { BestLesson } from './BestLesson';
import { OutcomeForm } from './form/OutcomeForm';
import { PickList } from './form/PickList';
import { ResolutionForm } from './form/ResolutionForm';
import type { SnoozeMenu } from './useSnooze';
import type { CurrentTask } from './useCurrentTask';
import { OrganizationSection, WhyNow, ContactSection } from './TaskContext';
import classes from './Desk.module.css';

export function TaskOnDesk({
  work,
  card,
  draft,
  brief,
  picking,
  pick,
  problem,
  later,
}: {
  work: CurrentTask;
  card: TaskCard;
  draft: OutcomeDraft;
  brief: UseQueryResult<Shape<'BriefView'>, unknown>;
  picking: string | null;
  pick: (list: string | null) => void;
  problem: string | null;
  later: SnoozeMenu;
}) {
  const { work: words } = useWords();
  return (
    <div className={classes.desk}>
      <div className={classes.column}>
        <ContactSection card={card} keyed />
        <OrganizationSection card={card} />
        <WhyNow card={card} />
        <QueryState query={brief}>
          {(data) => <Colleagues brief={data} organizationId={card.organizationId} />}
        </QueryState>
        <Activity card={card} brief={brief.data} />
      </div>
      <div className={classes.column}>
        <QueryState query={brief}>{(data) => <TalkingPoints card={card} brief={data} />}</QueryState>
        <BestLesson key={card.id} card={card} quiet={picking !== null} />
      </div>
      <section className={`${classes.box} ${classes.shrinks}`} aria-label={card.title}>
        <Badge color="blue" tt="none">
          {words.kind[card.kind]}
        </Badge>
        <Title order={2} fz="md" mb={4}>
          {card.title}
        </Title>
        <Notes work={work} card={card} draft={draft} problem={problem} />
        {picking === 'later' && (
          <PickList
            title={words.pickSnooze}
            choices={later.choices}
            onPick={(key) => (pick(null), void later.choose(key))}
            onClose={() => pick(null)}
          />
        )}
        {picking !== 'later' &&
          (isConversation(card) ? (
            <OutcomeForm
              key={card.id}
              draft={draft}
              known={brief.data?.interest}
              edit={work.edit}
              picking={picking}
              pick={pick}
            />
          ) : (
            <ResolutionForm card={card} draft={draft} edit={work.edit} />
          ))}
      </section>
    </div>
  );
}

function Notes({
  work,
  card,
  draft,
  problem,
}: {
  work: CurrentTask;
  card: TaskCard;
  draft: OutcomeDraft;
  problem: string | null;
}) {
  const { work: words } = useWords();
  const notify = useNotify();
  return (
    <>
      {work.lost !== null && (
        <Alert color="red" p="xs" mb={6} role="alert" title={words.claimLost}>
          <Text size="sm">{work.lost}</Text>
          <Button mt={4} variant="default" onClick={() => void work.open(card.id, draft).catch(notify.error)}>
            {words.claimAgain}
          </Button>
        </Alert>
      )}
      {problem !== null && (
        <Alert color="yellow" p={6} mb={6} role="alert">
          {problem}
        </Alert>
      )}
    </>
  );
}
