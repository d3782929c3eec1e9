import { Button } from '@mantine/core';
import { useState } from 'react';
import { http, type Shape } from '../../../api/client';
import { useKeys } from '../../../shell/shortcuts';
import { useMe } from '../../../shell/session';
import { useNotify } from '../../../components/status/useNotify';
import { ConfirmDialog } from '../../../components/layout/ConfirmDialog';
import { KeyHint } from '../../../components/layout/KeyHint';
import { ScreenButton } from '../../../components/layout/ScreenLink';
import { useWords } from '../../../i18n';
import { byId } from './useCampaign';

const BEFORE = ['draft', 'ready', 'scheduled'];
const GOING = ['running', 'in_review'];

/** The actions depend on the campaign's state and the user's roles. */
export function CampaignActions({ campaign: { id, state } }: { campaign: Shape<'CampaignView'> }) {
  const { actions: words } = useWords().campaigns;
  const me = useMe();
  const notify = useNotify();
  const [asks, setAsks] = useState<'pause' | 'abort' | null>(null);
  const pauses = GOING.includes(state) && me.has('sales_ops', 'executive', 'manager');
  const resumes = state === 'paused' && me.has('sales_ops');
  const aborts = [...BEFORE, ...GOING, 'paused'].includes(state) && me.has('sales_ops', 'executive');
  const resume = () =>
    http.POST('/api/v1/campaigns/{id}/resume', { ...byId(id), body: {} }).then(
      () => notify.success(words.resumed),
      (error: unknown) => notify.error(error),
    );
  useKeys({
    p: pauses
      ? { label: words.pause, run: () => setAsks('pause') }
      : resumes && { label: words.resume, run: () => void resume() },
  });
  return (
    <>
      {BEFORE.includes(state) && me.has('sales_ops') && (
        <ScreenButton to="/campaigns/$id/launch" params={{ id }}>
          {words.launch}
        </ScreenButton>
      )}
      {pauses && (
        <Button color="yellow" variant="light" onClick={() => setAsks('pause')} rightSection={<KeyHint keys="p" />}>
          {words.pause}
        </Button>
      )}
      {resumes && (
        <Button onClick={() => void resume()} rightSection={<KeyHint keys="p" />}>
          {words.resume}
        </Button>
      )}
      {aborts && (
        <Button color="red" variant="subtle" onClick={() => setAsks('abort')}>
          {words.abort}
        </Button>
      )}
      {asks === 'pause' && (
        <ConfirmDialog
          title={words.pauseTitle}
          note={words.pauseNote}
          reasonLabel={words.reason}
          reasonPlaceholder={words.pauseHint}
          confirmLabel={words.pause}
          onConfirm={async (reason) => {
            await http.POST('/api/v1/campaigns/{id}/pause', { ...byId(id), body: { reason } });
            notify.success(words.paused, me.has('sales_ops') ? resume : undefined);
          }}
          onClose={() => setAsks(null)}
        />
      )}
      {asks === 'abort' && (
        <ConfirmDialog
          title={words.abortTitle}
          note={words.abortNote}
          reasonLabel={words.reason}
          reasonPlaceholder={words.abortHint}
          confirmLabel={words.abortDo}
          colour="red"
          onConfirm={async (reason) => {
            await http.POST('/api/v1/campaigns/{id}/abort', { ...byId(id), body: { reason } });
            notify.success(words.aborted);
          }}
          onClose={() => setAsks(null)}
        />
      )}
    </>
  );
}
