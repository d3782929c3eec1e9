import { Alert, Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Section } from '../../../components/layout/Section';
import { DateText } from '../../../components/status/DateText';
import { useWords } from '../../../i18n';
import { useDayFormat, type BuyerMapData, type BuyingPlan } from './map';
import { PlanBars } from './PlanBars';
import { PlanForm } from './PlanForm';

export function BackPlan({ map, propositionId }: { map: BuyerMapData; propositionId: string }) {
  const { buying } = useWords();
  const [editing, setEditing] = useState(false);
  const { plan, organizationId, mine } = map;
  return (
    <Section
      title={buying.plan}
      note={plan && !editing ? buying.planNote : undefined}
      actions={
        mine &&
        !editing && (
          <Button variant="default" size="xs" onClick={() => setEditing(true)}>
            {plan ? buying.editPlan : buying.makePlan}
          </Button>
        )
      }
    >
      {editing ? (
        <PlanForm
          plan={plan}
          organizationId={organizationId}
          propositionId={propositionId}
          onClose={() => setEditing(false)}
        />
      ) : plan ? (
        <PlanDetails plan={plan} />
      ) : (
        <Text size="sm">{buying.noPlan}</Text>
      )}
    </Section>
  );
}

function PlanDetails({ plan }: { plan: BuyingPlan }) {
  const { buying } = useWords();
  const day = useDayFormat();
  const blocking = plan.prerequisites.find(({ key }) => key === plan.blockedBy);
  return (
    <Stack gap="xs">
      <Text size="sm">
        {buying.wantedBy} <DateText at={plan.wantedBy} /> · {buying.sources[plan.source]}
      </Text>
      <Alert color={plan.feasible ? 'green' : 'red'} py={6}>
        <Text size="sm">
          {plan.feasible
            ? buying.feasible(day(plan.earliestEnd))
            : `${buying.infeasible(plan.daysShort, day(plan.earliestEnd))} ${blocking ? buying.blockedBy(blocking.title) : buying.passed}`}
        </Text>
      </Alert>
      {plan.prerequisites.length > 0 && <PlanBars plan={plan} />}
    </Stack>
  );
}
