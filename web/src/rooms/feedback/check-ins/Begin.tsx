import { Button, Group, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, http } from '../../../api/client';
import { useKeys } from '../../../shell/keys';
import { useMe } from '../../../shell/session';
import { useSaying } from '../../../components/acting';
import { Goes } from '../../../components/ScreenLink';
import { Hint } from '../../../components/Hint';
import { Panel } from '../../../components/Panel';
import { useWords } from '../../../i18n';
import { BLANK, PictureFields, told, type Picture } from './Picture';

/** Before the call: what the rep believes, so that it can be held against what the customer says (002-11). */
export function Begin({ organizationId, onClose }: { organizationId: string; onClose: () => void }) {
  const { checkIns: words } = useWords();
  const me = useMe();
  const go = useNavigate();
  const saying = useSaying();
  const [belief, setBelief] = useState<Picture>(BLANK);
  const path = { params: { path: { id: organizationId } } };
  const { data } = api.useQuery('get', '/api/v1/organizations/{id}', path);
  const asks = me.has('rep', 'manager');
  const ready = asks && belief.status !== null;
  const begin = async () => {
    if (!ready) return;
    try {
      const { data: made } = await http.POST('/api/v1/check-ins', { body: { organizationId, ...told(belief) } });
      await go({ to: `/check-ins/${made!.id}` as string });
    } catch (error) {
      saying.refused(error);
    }
  };
  useKeys(
    { '$mod+Enter': ready && { says: words.begin, does: () => void begin(), whileTyping: true } },
    { insideDialog: true },
  );
  return (
    <Panel title={data?.name ?? ''} opened onClose={onClose}>
      <Stack gap="sm">
        <Goes to="/organizations" search={{ open: organizationId }}>
          {words.toOrganization}
        </Goes>
        {asks ? (
          <>
            <Text size="sm">{words.beliefNote}</Text>
            <PictureFields
              organizationId={organizationId}
              value={belief}
              change={(more) => setBelief((before) => ({ ...before, ...more }))}
            />
            <Group justify="end">
              <Button onClick={() => void begin()} disabled={!ready} rightSection={<Hint keys="$mod+Enter" />}>
                {words.begin}
              </Button>
            </Group>
          </>
        ) : (
          <Text size="sm">{words.repsAsk}</Text>
        )}
      </Stack>
    </Panel>
  );
}
