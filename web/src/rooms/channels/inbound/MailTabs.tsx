import { Group } from '@mantine/core';
import { ScreenButton } from '../../../components/layout/ScreenLink';
import { useWords } from '../../../i18n';

export function MailTabs({ at }: { at: 'mails' | 'questions' }) {
  const { mail } = useWords();
  return (
    <Group gap={4}>
      <ScreenButton to="/mail" variant={at === 'mails' ? 'light' : 'subtle'}>
        {mail.mails}
      </ScreenButton>
      <ScreenButton to="/mail/questions" variant={at === 'questions' ? 'light' : 'subtle'}>
        {mail.questions}
      </ScreenButton>
    </Group>
  );
}
