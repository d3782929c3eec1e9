import { Badge, Group, List, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Shape } from '../../../api/client';
import { StateBadge } from '../../../components/status/StateBadge';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { plain, useWords } from '../../../i18n';
import { Box } from './Box';
import type { TaskCard } from './form/draft';

type Brief = Shape<'BriefView'>;

/** Claims and terms are shown word for word and cannot be edited. */
export function TalkingPoints({ card, brief }: { card: TaskCard; brief: Brief }) {
  const { work } = useWords();
  return (
    <>
      {card.words && (
        <Box title={work.theirMessage} fits="shrinks">
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {card.words}
          </Text>
        </Box>
      )}
      {(brief.intent || brief.questions.length > 0 || brief.mustLearn.length > 0) && (
        <Box
          title={work.questions}
          fits="shrinks"
          aside={card.attempt > 1 && <Text size="xs">{work.attempt(card.attempt)}</Text>}
        >
          {brief.intent && (
            <Text size="sm" fw={600}>
              {brief.intent}
            </Text>
          )}
          <Lines of={brief.questions} />
          {brief.mustLearn.length > 0 && (
            <Text size="xs" c="dimmed" mt={4}>
              {work.learn}: {brief.mustLearn.join(' · ')}
            </Text>
          )}
        </Box>
      )}
      {(brief.lens || brief.narrative) && (
        <Box title={brief.proposition ?? work.story} fits="grows">
          {brief.lens && <Passage title={work.lens}>{brief.lens}</Passage>}
          {brief.narrative && <Passage title={work.story}>{brief.narrative}</Passage>}
          {brief.claims.length > 0 && (
            <Part title={work.claims}>
              <Lines of={brief.claims} />
            </Part>
          )}
          {brief.terms.length > 0 && (
            <Part title={work.terms}>
              <Lines of={brief.terms} />
            </Part>
          )}
          {brief.evidence.length > 0 && (
            <Part title={work.evidence}>
              <Lines of={brief.evidence} />
            </Part>
          )}
        </Box>
      )}
    </>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <Text size="xs" c="dimmed" mt={4}>
      {title}
    </Text>
    {children}
  </div>
);

const Passage = ({ title, children }: { title: string; children: string }) => (
  <Part title={title}>
    <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
      {children}
    </Text>
  </Part>
);

const Lines = ({ of }: { of: string[] }) => (
  <List size="sm" spacing={0} withPadding={false}>
    {of.map((each) => (
      <List.Item key={each}>{each}</List.Item>
    ))}
  </List>
);

interface Happened {
  at: string;
  what: string;
}

export function Activity({ card, brief }: { card: TaskCard; brief: Brief | undefined }) {
  const { accounts, work, terms } = useWords();
  const disposition: Record<string, string> = terms.disposition;
  const steps: Happened[] = (brief?.history ?? []).map(({ at, what, step }) => ({
    at,
    what: [plain(what), step && plain(step)].filter(Boolean).join(': '),
  }));
  const tasks: Happened[] = card.earlier.map((each) => ({
    at: each.closedAt ?? each.createdAt,
    what: [each.title, each.disposition ? disposition[each.disposition] : plain(each.resolution ?? each.state), each.by]
      .filter(Boolean)
      .join(' · '),
  }));
  const { kinds, outcomes, imported } = accounts.history;
  const past: Happened[] = card.past.map(({ day, kind, outcome, note, by }) => ({
    at: day ?? '',
    what: [
      imported,
      (kinds as Record<string, string>)[kind],
      outcome && ((outcomes as Record<string, string>)[outcome] ?? outcome),
      note,
      by,
    ]
      .filter(Boolean)
      .join(' · '),
  }));
  const all = [...steps, ...tasks, ...past].toSorted((a, b) => b.at.localeCompare(a.at));
  return (
    <Box title={work.history} fits="grows">
      {all.length === 0 && (
        <Text size="sm" c="dimmed">
          {work.noHistory}
        </Text>
      )}
      <Stack gap={1}>
        {all.map(({ at, what }, i) => (
          <Group key={`${at}${i}`} gap={6} wrap="nowrap" align="baseline">
            <Text span size="xs" c="dimmed" w={70} style={{ flexShrink: 0 }}>
              {at && <RelativeTime at={at} />}
            </Text>
            <Text size="xs" lineClamp={3}>
              {what}
            </Text>
          </Group>
        ))}
      </Stack>
    </Box>
  );
}

export function Colleagues({ brief, organizationId }: { brief: Brief; organizationId: string }) {
  const { work, terms, buying } = useWords();
  const role: Record<string, string> = terms.role;
  return (
    <Box
      title={work.colleagues}
      fits="shrinks"
      aside={
        <ScreenLink to="/organizations/$id/map" params={{ id: organizationId }} size="xs">
          {buying.map}
        </ScreenLink>
      }
    >
      {brief.colleagues.length === 0 && (
        <Text size="sm" c="dimmed">
          {work.noColleagues}
        </Text>
      )}
      {brief.colleagues.map(({ contactId, name, role: part, state, reason }) => (
        <Group key={contactId} gap={6} wrap="nowrap">
          <Text size="xs" truncate>
            <b>{name}</b> {role[part]}
          </Text>
          <span style={{ flexShrink: 0 }}>
            <StateBadge state={state} {...(reason ? { label: plain(reason) } : {})} />
          </span>
        </Group>
      ))}
    </Box>
  );
}

export function LessonSection({ lessons, action }: { lessons: Shape<'FittingLesson'>[]; action: ReactNode }) {
  const { work } = useWords();
  const [best] = lessons;
  return (
    <Box
      title={work.lesson}
      fits="shrinks"
      aside={
        <ScreenLink to="/lessons" size="xs">
          {work.allLessons}
        </ScreenLink>
      }
    >
      {best ? (
        <>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {best.text}
          </Text>
          <Group gap={4} mt={2}>
            {best.matches.map((each) => (
              <Badge key={each} size="sm" color="gray" tt="none">
                {work.lessonMatch[each]}
              </Badge>
            ))}
            <Text size="xs" c="dimmed">
              {best.author}
              {best.helped > 0 && ` · ${work.helpedTimes(String(best.helped))}`}
            </Text>
            {action}
          </Group>
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {work.noLesson}
        </Text>
      )}
    </Box>
  );
}
