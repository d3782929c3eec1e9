import { Badge, Group, Text, UnstyledButton } from '@mantine/core';
import { Section } from '../../../components/layout/Section';
import { useWords } from '../../../i18n';
import type { Participant } from './groupDraft';
import classes from './Desk.module.css';

export function Participants({
  seats,
  at,
  onChoose,
}: {
  seats: Participant[];
  at: number;
  onChoose: (at: number) => void;
}) {
  const { buying, terms } = useWords();
  const role: Record<string, string> = terms.role;
  return (
    <Section title={buying.participants} note={buying.participantsNote}>
      {seats.map((seat, i) => (
        <UnstyledButton
          key={seat.enrolmentId}
          className={classes.outcome}
          aria-pressed={i === at}
          w="100%"
          onClick={() => onChoose(i)}
        >
          <Group justify="space-between" gap={6} w="100%">
            <Text span size="sm">
              <b>{seat.name}</b> {role[seat.role]}
              {seat.waits && ` · ${buying.pausedForThis}`}
            </Text>
            <Badge color={seat.part === 'present' ? 'green' : 'gray'} tt="none">
              {seat.part === 'present' && seat.draft.disposition
                ? terms.disposition[seat.draft.disposition]
                : buying.attendances[seat.part]}
            </Badge>
          </Group>
        </UnstyledButton>
      ))}
    </Section>
  );
}
