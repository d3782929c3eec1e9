import { ScreenLink } from '../../../components/layout/ScreenLink';
import { Badge, Group, ScrollArea, Stack, Text } from '@mantine/core';
import { useListing } from '../../../components/lists/useListing';
import { Section } from '../../../components/layout/Section';
import { QueryState } from '../../../components/status/QueryState';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { plain, useWords } from '../../../i18n';
import { conversationFilters, type BoardFilter } from './filter';
import classes from '../pictures.module.css';

const SHOWN = 12;

export function Quotes({ narrowed }: { narrowed: BoardFilter }) {
  const { feedback: words, terms } = useWords();
  const role: Record<string, string> = terms.role;
  const filters = conversationFilters(narrowed, { quoted: 'true' });
  const heard = useListing('/api/v1/conversations', { filters });
  return (
    <Section
      title={words.quotes}
      actions={
        <ScreenLink to="/feedback/conversations" search={filters}>
          {words.allQuotes}
        </ScreenLink>
      }
    >
      <QueryState query={heard}>
        {() =>
          heard.items.length === 0 ? (
            <Text size="sm" c="dimmed">
              {words.noQuotes}
            </Text>
          ) : (
            <ScrollArea.Autosize mah={320} viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': words.quotes }}>
              <Stack gap="xs">
                {heard.items.slice(0, SHOWN).map((one) => (
                  <blockquote key={one.id} className={classes.quote}>
                    <ScreenLink to="/feedback/conversations" c="inherit" search={{ ...filters, open: one.id }}>
                      “{one.quote}”
                    </ScreenLink>
                    <Group gap={6}>
                      <Text size="xs" c="dimmed">
                        {role[one.role ?? 'unknown'] ?? plain(one.role ?? 'unknown')}, {one.organization},{' '}
                        <RelativeTime at={one.occurredAt} />
                      </Text>
                      {one.simulated && (
                        <Badge size="xs" color="yellow" tt="none">
                          {words.simulated}
                        </Badge>
                      )}
                    </Group>
                  </blockquote>
                ))}
              </Stack>
            </ScrollArea.Autosize>
          )
        }
      </QueryState>
    </Section>
  );
}
