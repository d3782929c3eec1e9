import { SimpleGrid, Stack } from '@mantine/core';
import { QueryState } from '../../../components/status/QueryState';
import { BurnUp } from './BurnUp';
import { ChangeHistory } from './ChangeHistory';
import { Funnel } from './Funnel';
import { ProgressBar } from './ProgressBar';
import { NeedsAttention } from './NeedsAttention';
import { CampaignStatusAlert } from './CampaignStatusAlert';
import { useCampaign, useCampaignId } from '../campaign/useCampaign';
import { Waves } from './Waves';

export function Monitor() {
  const id = useCampaignId();
  const query = useCampaign(id);
  return (
    <QueryState query={query}>
      {(campaign) => (
        <Stack gap="sm">
          <CampaignStatusAlert campaign={campaign} />
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="sm">
            <ProgressBar campaign={campaign} />
            <BurnUp campaign={campaign} />
            <Funnel campaign={campaign} />
            <NeedsAttention id={id} />
            <Waves campaign={campaign} />
            <ChangeHistory id={id} />
          </SimpleGrid>
        </Stack>
      )}
    </QueryState>
  );
}
