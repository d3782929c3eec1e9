import { Anchor, Box, Group, Progress, Text } from '@mantine/core';
import type { Shape } from '../../../api/client';
import { useNumbers } from '../../../i18n/useNumbers';
import { Section } from '../../../components/layout/Section';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { useWords } from '../../../i18n';

const PARTS = { created: 'green', updated: 'blue', unchanged: 'gray.5', refused: 'red' } as const;

export function ImportResult({ file, moving }: { file: Shape<'ImportView'>; moving: boolean }) {
  const words = useWords().imports;
  const { n, p } = useNumbers();
  const ran = file.startedAt !== null;
  return (
    <Section title={file.dryRun || !ran ? words.result.tried : words.result.title}>
      {moving && file.bytes > 0 && (
        <Box mb="xs" role="status">
          <Text size="sm">{words.result.progress(p(file.bytesRead / file.bytes), file.filename)}</Text>
          <Progress value={(file.bytesRead / file.bytes) * 100} animated aria-hidden />
        </Box>
      )}
      {!ran && !moving && (
        <Text size="sm">
          {words.result.none} {words.act.dryRunNote}
        </Text>
      )}
      {file.rows > 0 && (
        <>
          <Progress.Root size="xl" aria-hidden>
            {Object.entries(PARTS).map(([part, colour]) => (
              <Progress.Section
                key={part}
                color={colour}
                value={(file[part as keyof typeof PARTS] / file.rows) * 100}
              />
            ))}
          </Progress.Root>
          <Group gap="md" mt={6}>
            {Object.entries(PARTS).map(([part, colour]) => (
              <Group key={part} gap={6}>
                <Box w={10} h={10} bg={colour} style={{ borderRadius: 2 }} aria-hidden />
                <Text size="sm">
                  {words[part as keyof typeof PARTS]} {n(file[part as keyof typeof PARTS])}
                </Text>
              </Group>
            ))}
            <Text size="sm" c="dimmed">
              {words.rows} {n(file.rows)}
            </Text>
          </Group>
        </>
      )}
      {file.unmatched > 0 && <Text size="sm">{words.unmatched(n(file.unmatched))}</Text>}
      <Group gap="md" mt="xs">
        {file.refused > 0 && (
          <Anchor href={`/api/v1/imports/${file.id}/refusals.csv`} size="sm">
            {words.result.refusals} ({n(file.refused)})
          </Anchor>
        )}
        {file.warnings > 0 && (
          <Anchor href={`/api/v1/imports/${file.id}/warnings.csv`} size="sm">
            {words.result.warnings} ({n(file.warnings)})
          </Anchor>
        )}
        {file.state === 'done' && (
          <ScreenLink to="/organizations" size="sm">
            {words.result.organizations}
          </ScreenLink>
        )}
      </Group>
      {file.state === 'undone' && <Text size="sm">{words.result.undone(n(file.undone), n(file.kept))}</Text>}
    </Section>
  );
}
