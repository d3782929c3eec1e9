import { List, Text } from '@mantine/core';
import { plain, useWords } from '../../words';

interface Step {
  key?: string;
  kind?: string;
  intent?: string;
  subject?: string;
  title?: string;
  afterDays?: number;
  days?: number;
  maxAttempts?: number;
}

/** A play in short: what is done, when, and to what end. */
export function Steps({ steps }: { steps: Step[] }) {
  const { step: words } = useWords().launch;
  const kinds = words as unknown as Record<string, string>;
  return (
    <List type="ordered" size="sm" spacing={2}>
      {steps.map(({ key, kind = '', intent, subject, title, afterDays, days, maxAttempts }) => (
        <List.Item key={key}>
          <Text size="sm" component="div">
            <b>{typeof kinds[kind] === 'string' ? kinds[kind] : plain(kind)}</b>{' '}
            {[
              afterDays && words.after(afterDays),
              days && words.days(days),
              maxAttempts && words.attempts(maxAttempts),
              subject ?? title ?? intent,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </List.Item>
      ))}
    </List>
  );
}
