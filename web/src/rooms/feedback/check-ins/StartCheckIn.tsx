import { Button, Group, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, http } from '../../../api/client';
import { useKeys } from '../../../shell/shortcuts';
import { useMe } from '../../../shell/session';
import { useNotify } from '../../../components/status/useNotify';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { KeyHint } from '../../../components/layout/KeyHint';
import { SidePanel } from '../../../components/layout/SidePanel';
import { useWords } from '../../../i18n';
import { NO_ASSESSMENT, AssessmentFields, assessmentBody, type Assessment } from './AssessmentFields';

/** Records the rep's assumptions before the call, to compare them with the answers (002-11). */
export function StartCheckIn({ organizationId, onClose }: { organizationId: string; onClose: () => void }) {
  const { checkIns: words } = useWords();
  const me = useMe();
  const go = useNavigate();
  const notify = useNotify();
  const [belief, setBelief] = useState<Assessment>(NO_ASSESSMENT);
  const path = { params: { path: { id: organizationId } } };
  const { data } = api.useQuery('get', '/api/v1/organizations/{id}', path);
  const asks = me.has('rep', 'manager');
  const ready = asks && belief.status !== null;
  const begin = async () => {
    if (!ready) return;
    try {
      const { data: made } = await http.POST('/api/v1/check-ins', {
        body: { organizationId, ...assessmentBody(belief) },
      });
      await go({ to: '/check-ins/$id', params: { id: made!.id } });
    } catch (error) {
      notify.error(error);
    }
  };
  useKeys(
    { '$mod+Enter': ready && { label: words.begin, run: () => void begin(), whileTyping: true } },
    { insideDialog: true },
  );
  return (
    <SidePanel title={data?.name ?? ''} opened onClose={onClose}>
      <Stack gap="sm">
        <ScreenLink to="/organizations" search={{ open: organizationId }}>
          {words.toOrganization}
        </ScreenLink>
        {asks ? (
          <>
            <Text size="sm">{words.beliefNote}</Text>
            <AssessmentFields
              organizationId={organizationId}
              value={belief}
              change={(more) => setBelief((before) => ({ ...before, ...more }))}
            />
            <Group justify="end">
              <Button onClick={() => void begin()} disabled={!ready} rightSection={<KeyHint keys="$mod+Enter" />}>
                {words.begin}
              </Button>
            </Group>
          </>
        ) : (
          <Text size="sm">{words.repsAsk}</Text>
        )}
      </Stack>
    </SidePanel>
  );
}
