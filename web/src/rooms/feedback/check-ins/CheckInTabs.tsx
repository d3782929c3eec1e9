import { Group } from '@mantine/core';
import { ScreenButton } from '../../../components/layout/ScreenLink';
import { useWords } from '../../../i18n';

const TABS = {
  due: '/check-ins',
  all: '/check-ins/all',
  needs: '/check-ins/needs',
  questions: '/check-ins/questions',
} as const;

export function CheckInTabs({ at }: { at: keyof typeof TABS }) {
  const { checkIns: words } = useWords();
  return (
    <Group gap={4} component="nav" aria-label={words.parts}>
      {Object.entries(TABS).map(([name, to]) => (
        <ScreenButton
          key={name}
          to={to}
          variant={at === name ? 'light' : 'subtle'}
          {...(at === name ? { 'aria-current': 'page' as const } : {})}
        >
          {words.tabs[name as keyof typeof TABS]}
        </ScreenButton>
      ))}
    </Group>
  );
}
