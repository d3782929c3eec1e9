import { Badge, Group, Text } from '@mantine/core';
import type { Shape } from '../../../api/client';
import { DateText } from '../../../components/status/DateText';
import { plain, useLanguage, useWords } from '../../../i18n';

/** The meeting that a conversation booked, and what the person's calendar answered. */
export function BookedMeeting({
  of: { meetingAt, meetingPlace, meetingAnswers },
}: {
  of: Shape<'ConversationRecord'>;
}) {
  const { feedback: words, terms } = useWords();
  const answers: Record<string, string> = terms.meetingAnswer;
  if (!meetingAt) return null;
  return (
    <div>
      <Text fw={600} size="sm">
        {words.meeting}
      </Text>
      <Text size="sm">
        <Moment at={meetingAt} />
        {meetingPlace && ` · ${meetingPlace}`}
      </Text>
      {meetingAnswers.map(({ answer, proposedAt, words: comment, verified, answeredAt }) => (
        <Group key={`${answeredAt}${answer}`} gap="xs">
          <Text size="sm">
            {answers[answer] ?? plain(answer)}
            {proposedAt && (
              <>
                {': '}
                <Moment at={proposedAt} />
              </>
            )}
            {comment && ` – “${comment}”`}
          </Text>
          {!verified && (
            <Badge color="gray" variant="light" size="sm" tt="none">
              {words.notVerified}
            </Badge>
          )}
          <Text size="sm" c="dimmed">
            <DateText at={answeredAt} />
          </Text>
        </Group>
      ))}
    </div>
  );
}

function Moment({ at }: { at: string }) {
  const { language } = useLanguage();
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return <time dateTime={at}>{format.format(new Date(at))}</time>;
}
