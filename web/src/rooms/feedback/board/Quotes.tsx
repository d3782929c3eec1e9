import { Goes } from '../../../components/ScreenLink';
import { Badge, Group, ScrollArea, Stack, Text } from '@mantine/core';
import { useListing } from '../../../components/search';
import { Section } from '../../../components/Section';
import { Answered } from '../../../components/QueryState';
import { When } from '../../../components/When';
import { plain, useWords } from '../../../i18n';
import { behind, type Narrowed } from './filter';
import classes from '../pictures.module.css';

const SHOWN = 12;

/** What they said, in their own words, latest first. */
export function Quotes({ narrowed }: { narrowed: Narrowed }) {
  const { feedback: words, terms } = useWords();
  const role: Record<string, string> = terms.role;
  const filters = behind(narrowed, { quoted: 'true' });
  const heard = useListing('/api/v1/conversations', { filters });
  return (
    <Section
      title={words.quotes}
      actions={
        <Goes to="/feedback/conversations" search={filters}>
          {words.allQuotes}
        </Goes>
      }
    >
      <Answered query={heard as never}>
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
                    <Goes to="/feedback/conversations" c="inherit" search={{ ...filters, open: one.id }}>
                      “{one.quote}”
                    </Goes>
                    <Group gap={6}>
                      <Text size="xs" c="dimmed">
                        {role[one.role ?? 'unknown'] ?? plain(one.role ?? 'unknown')}, {one.organization},{' '}
                        <When at={one.occurredAt} />
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
      </Answered>
    </Section>
  );
}
