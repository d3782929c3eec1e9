import { Group, List, Text } from '@mantine/core';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { useNumbers } from '../../../i18n/useNumbers';
import { useWords } from '../../../i18n';
import type { Step } from './steps';
import { Timeline } from './Timeline';

export function StepSummary({ steps, playId }: { steps: Step[]; playId: string }) {
  const { plays: words } = useWords();
  const about = useStepText();
  return (
    <>
      <Group justify="space-between" align="start" gap="xs" mb="xs">
        <Timeline steps={steps} large />
        <ScreenLink to="/plays/$id" params={{ id: playId }}>
          {words.open}
        </ScreenLink>
      </Group>
      <List type="ordered" size="sm" spacing={2}>
        {steps.map((step) => (
          <List.Item key={step.key}>
            <Text size="sm" component="div">
              <b>{words.kinds[step.kind]}</b> {about(step)}
            </Text>
          </List.Item>
        ))}
      </List>
    </>
  );
}

export function useStepText(): (step: Step) => string {
  const { plays: words } = useWords();
  const { x } = useNumbers();
  return ({ intent, subject, title, afterDays, days, waitDays, maxAttempts }) =>
    [
      afterDays && words.after(x(afterDays)),
      (days ?? waitDays) && words.days(x((days ?? waitDays)!)),
      maxAttempts && words.attempts(maxAttempts),
      subject || title || intent,
    ]
      .filter(Boolean)
      .join(' · ');
}
