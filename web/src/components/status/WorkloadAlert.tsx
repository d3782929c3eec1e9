import { Alert, Group, Text } from '@mantine/core';
import { api } from '../../api/client';
import { useWords } from '../../i18n';
import { ScreenLink } from '../layout/ScreenLink';
import { useNumbers } from '../../i18n/useNumbers';

/** Warns managers when reps have too little or too much ready work. Renders nothing otherwise. */
export function WorkloadAlert() {
  const { workload: words } = useWords().home;
  const { n, x } = useNumbers();
  const { data } = api.useQuery('get', '/api/v1/queue-buffer');
  if (!data) return null;
  const { flag, ready, unowned, days, lowDays, highDays, reps } = data;
  const apart = reps.filter((rep) => !rep.away && rep.flag !== 'right');
  if (flag === 'right' && apart.length === 0) return null;
  return (
    <Alert
      color={flag === 'right' ? 'blue' : 'yellow'}
      title={flag === 'right' ? words.uneven : words[flag]}
      role="status"
      p="xs"
      mb="xs"
    >
      <Text size="sm">
        <ScreenLink to="/tasks" search={{ state: 'open' }} c="inherit" underline="always">
          {words.ready(n(ready))}
        </ScreenLink>
        {days === null ? words.noReps : words.days(x(days), n(lowDays), n(highDays))}
        {unowned > 0 && ` ${words.unowned(n(unowned))}`}
      </Text>
      <Text size="sm">
        {words.advice[flag]}{' '}
        {flag === 'low' && (
          <ScreenLink to="/campaigns" search={{ state: 'in_review,paused,draft' }} c="inherit" underline="always">
            {words.toCampaigns}
          </ScreenLink>
        )}
      </Text>
      <Group gap="md" mt={4}>
        {apart.slice(0, 8).map((rep) => (
          <Text key={rep.repId} size="xs">
            <ScreenLink
              to="/tasks"
              search={{ state: 'open', repId: rep.repId }}
              size="xs"
              c="inherit"
              underline="always"
            >
              {rep.name}
            </ScreenLink>
            : {words.rep[rep.flag](x(rep.days))}
          </Text>
        ))}
      </Group>
    </Alert>
  );
}
