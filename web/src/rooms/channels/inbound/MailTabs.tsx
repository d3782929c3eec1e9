import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../../i18n';

export function MailTabs({ at }: { at: 'mails' | 'questions' }) {
  const { mail } = useWords();
  return (
    <Group gap={4}>
      <Button component={Link} to="/mail" variant={at === 'mails' ? 'light' : 'subtle'}>
        {mail.mails}
      </Button>
      <Button component={Link} to="/mail/questions" variant={at === 'questions' ? 'light' : 'subtle'}>
        {mail.questions}
      </Button>
    </Group>
  );
}
