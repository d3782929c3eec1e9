import { Alert, Badge, Button, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Shape } from '../../../api/client';
import { useSaying } from '../../../components/acting';
import { Answered } from '../../../components/QueryState';
import { useWords } from '../../../i18n';
import { Ask, ColleaguesHere, History } from './Brief';
import { isConversation, type Card, type Draft } from './form/draft';
import { Lesson } from './Lesson';
import { Outcome } from './form/OutcomeForm';
import { Pick } from './form/Pick';
import { Resolve } from './form/Resolve';
import type { Later } from './useLater';
import type { Work } from './useWork';
import { House, WhyNow, Who } from './Who';
import classes from './Desk.module.css';

/** One task at a glance: whom and why, what to say, and how it went. */
export function Desk({
  work,
  card,
  draft,
  brief,
  picking,
  pick,
  problem,
  later,
}: {
  work: Work;
  card: Card;
  draft: Draft;
  brief: UseQueryResult<Shape<'BriefView'>, unknown>;
  picking: string | null;
  pick: (list: string | null) => void;
  problem: string | null;
  later: Later;
}) {
  const { work: words } = useWords();
  return (
    <div className={classes.desk}>
      <div className={classes.column}>
        <Who card={card} keyed />
        <House card={card} />
        <WhyNow card={card} />
        <Answered query={brief}>
          {(data) => <ColleaguesHere brief={data} organizationId={card.organizationId} />}
        </Answered>
        <History card={card} brief={brief.data} />
      </div>
      <div className={classes.column}>
        <Answered query={brief}>{(data) => <Ask card={card} brief={data} />}</Answered>
        <Lesson key={card.id} card={card} quiet={picking !== null} />
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
          <Pick
            title={words.pickLater}
            choices={later.choices}
            onPick={(key) => (pick(null), void later.choose(key))}
            onClose={() => pick(null)}
          />
        )}
        {picking !== 'later' &&
          (isConversation(card) ? (
            <Outcome
              key={card.id}
              draft={draft}
              known={brief.data?.interest}
              edit={work.edit}
              picking={picking}
              pick={pick}
            />
          ) : (
            <Resolve card={card} draft={draft} edit={work.edit} />
          ))}
      </section>
    </div>
  );
}

/** What is in the way: something is missing, or the claim is gone. */
function Notes({ work, card, draft, problem }: { work: Work; card: Card; draft: Draft; problem: string | null }) {
  const { work: words } = useWords();
  const saying = useSaying();
  return (
    <>
      {work.lost !== null && (
        <Alert color="red" p="xs" mb={6} role="alert" title={words.lost}>
          <Text size="sm">{work.lost}</Text>
          <Button mt={4} variant="default" onClick={() => void work.open(card.id, draft).catch(saying.refused)}>
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
