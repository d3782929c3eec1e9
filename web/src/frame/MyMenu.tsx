import { Menu, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { LANGUAGES, useLanguage, useWords, type Language } from '../words';
import { useLetters } from './keys';
import { useMe, useSignOut } from './session';

export function MyMenu({ onHelp }: { onHelp: () => void }) {
  const { frame, terms } = useWords();
  const { language, choose } = useLanguage();
  const me = useMe();
  const signOut = useSignOut();
  const [letters, setLetters] = useLetters();
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
        <Menu.Item onClick={() => toggleColorScheme()}>{frame.me.theme}</Menu.Item>
        <Menu.Item onClick={() => setLetters(!letters)} closeMenuOnClick={false}>
          {frame.me.keys}: {letters ? frame.act.yes : frame.act.no}
        </Menu.Item>
        <Menu.Item onClick={onHelp}>{frame.keys.help}</Menu.Item>
        <Menu.Divider />
        {(Object.keys(LANGUAGES) as Language[]).map((each) => (
          <Menu.Item key={each} lang={each} fw={each === language ? 700 : 400} onClick={() => choose(each)}>
            {LANGUAGES[each]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()}>{frame.me.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
