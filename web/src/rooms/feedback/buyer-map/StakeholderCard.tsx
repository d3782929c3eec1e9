import { Badge, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { StateBadge } from '../../../components/status/StateBadge';
import { Section } from '../../../components/layout/Section';
import { DateText } from '../../../components/status/DateText';
import { RelativeTime } from '../../../components/status/RelativeTime';
import { plain, useWords } from '../../../i18n';
import type { BuyerMapData, Stakeholder } from './map';
import { PersonalRisks } from './PersonalRisks';

export function StakeholderCard({ map, person }: { map: BuyerMapData; person: Stakeholder }) {
  const { buying, terms } = useWords();
  const { contactId, name, title, enrolment, objections, risks, commitments } = person;
  const reasons: Record<string, string> = terms.reason;
  const codes: Record<string, string> = terms.objection;
  return (
    <div id={`person-${contactId}`}>
      <Section
        title={name}
        note={title ?? undefined}
        actions={
          enrolment && (
            <StateBadge
              state={enrolment.state}
              {...(enrolment.reason ? { label: reasons[enrolment.reason] ?? plain(enrolment.reason) } : {})}
            />
          )
        }
      >
        <Stack gap={6}>
          <Jobs person={person} />
          <Part title={buying.objections} empty={objections.length === 0}>
            {objections.map(({ code, underlying, verbatim, conversationId }) => (
              <Text key={conversationId + code} size="sm">
                <b>{codes[code]}</b> {[verbatim && `“${verbatim}”`, underlying].filter(Boolean).join(' · ')}
              </Text>
            ))}
          </Part>
          <Part title={buying.risks} empty={risks.length === 0}>
            <PersonalRisks map={map} risks={risks} />
          </Part>
          <Part title={buying.commitments} empty={commitments.length === 0}>
            {commitments.map(({ by, text, dueOn }, i) => (
              <Text key={i} size="sm">
                {buying.by[by as 'us']}: {text} · <DateText at={dueOn} />
              </Text>
            ))}
          </Part>
        </Stack>
      </Section>
    </div>
  );
}

function Jobs({ person: { jobs } }: { person: Stakeholder }) {
  const { buying, terms } = useWords();
  const names: Record<string, string> = terms.buyingJob;
  const [now, ...before] = jobs;
  return (
    <Part title={buying.jobs} empty={!now} none={buying.noJobs}>
      {now && (
        <Group gap={4}>
          {now.jobs.map((each) => (
            <Badge key={each} color="petrol" tt="none">
              {names[each]}
            </Badge>
          ))}
          <Text size="xs" c="dimmed">
            <RelativeTime at={now.at} /> {now.sessionId && buying.inGroup}
          </Text>
        </Group>
      )}
      {before.map(({ jobs: earlier, at, conversationId }) => (
        <Text key={conversationId} size="xs" c="dimmed">
          {buying.jobsBefore}, <DateText at={at} />: {earlier.map((each) => names[each]).join(', ')}
        </Text>
      ))}
    </Part>
  );
}

function Part({ title, empty, none, children }: { title: string; empty: boolean; none?: string; children: ReactNode }) {
  const { buying } = useWords();
  return (
    <div>
      <Text size="xs" c="dimmed" fw={600}>
        {title}
      </Text>
      {empty ? <Text size="sm">{none ?? buying.nothing}</Text> : children}
    </div>
  );
}
