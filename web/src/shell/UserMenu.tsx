import { Menu, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { LANGUAGES, useLanguage, useWords, type Language } from '../i18n';
import { useLetterKeys } from './shortcuts';
import { useMe, useSignOut } from './session';

export function UserMenu({ onHelp }: { onHelp: () => void }) {
  const { account, shell, terms } = useWords();
  const { language, choose } = useLanguage();
  const me = useMe();
  const signOut = useSignOut();
  const [letters, setLetters] = useLetterKeys();
  const { toggleColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <UnstyledButton>
          <Text size="sm" fw={500} truncate maw={{ base: 110, sm: 240 }}>
            {me.name}
          </Text>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.roles.map((role) => terms.roles[role]).join(', ')}</Menu.Label>
        <Menu.Item onClick={() => toggleColorScheme()}>{shell.userMenu.theme}</Menu.Item>
        <Menu.Item onClick={() => setLetters(!letters)} closeMenuOnClick={false}>
          {shell.userMenu.keys}: {letters ? shell.actions.yes : shell.actions.no}
        </Menu.Item>
        <Menu.Item component={Link} to="/account">
          {account.title}
        </Menu.Item>
        <Menu.Item onClick={onHelp}>{shell.shortcuts.help}</Menu.Item>
        <Menu.Divider />
        {(Object.keys(LANGUAGES) as Language[]).map((each) => (
          <Menu.Item key={each} lang={each} fw={each === language ? 700 : 400} onClick={() => choose(each)}>
            {LANGUAGES[each]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()}>{shell.userMenu.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
