import { Alert, Anchor, List, Text } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { Section } from '../../../components/layout/Section';
import { useWords } from '../../../i18n';
import type { Version } from '../version/content';
import { useChecklist } from './useChecklist';

/** Each missing item links to its field. */
export function Checklist({ version }: { version: Version }) {
  const words = useWords().propositions;
  const { known, missing } = useChecklist(version, true);
  return (
    <Section title={words.checklist}>
      {known && missing.length === 0 && (
        <Text size="sm">
          <IconCircleCheck size={14} color="var(--mantine-color-green-text)" aria-hidden /> {words.complete}
        </Text>
      )}
      <List size="sm" spacing={4} icon={<IconCircle size={12} aria-hidden />} center={false}>
        {missing.map(({ field, code, message }) => (
          <List.Item key={`${field}${code}`}>
            <Anchor size="sm" href={`#field-${field!.split('.')[0]}`}>
              {message.charAt(0).toUpperCase() + message.slice(1)}
            </Anchor>
          </List.Item>
        ))}
      </List>
      {version.warnings.map(({ code, message }) => (
        <Alert key={code} color="yellow" p="xs" mt="xs" title={words.warning}>
          {message}
        </Alert>
      ))}
    </Section>
  );
}
