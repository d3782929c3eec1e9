import { SimpleGrid, Stack } from '@mantine/core';
import { Answered } from '../../../components/QueryState';
import { BurnUp } from './BurnUp';
import { Changes } from './Changes';
import { Funnel } from './Funnel';
import { HowFar } from './ProgressBar';
import { Needs } from './NeedsAttention';
import { Now } from './Now';
import { useCampaign, useCampaignId } from '../campaign/useCampaign';
import { Waves } from './Waves';

/** A campaign while it runs: how far, how fast, what holds it up. */
export function Monitor() {
  const id = useCampaignId();
  const query = useCampaign(id);
  return (
    <Answered query={query}>
      {(campaign) => (
        <Stack gap="sm">
          <Now campaign={campaign} />
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="sm">
            <HowFar campaign={campaign} />
            <BurnUp campaign={campaign} />
            <Funnel campaign={campaign} />
            <Needs id={id} />
            <Waves campaign={campaign} />
            <Changes id={id} />
          </SimpleGrid>
        </Stack>
      )}
    </Answered>
  );
}
