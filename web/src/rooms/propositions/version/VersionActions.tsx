import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { http, type Shape } from '../../../api/client';
import { useKeys } from '../../../shell/shortcuts';
import { useMe } from '../../../shell/session';
import { KeyHint } from '../../../components/layout/KeyHint';
import { useWords } from '../../../i18n';
import { EDITABLE, ENDED, READY, type Version } from './content';
import { useAction } from './useAction';

export function VersionActions({
  version,
  proposition,
  isAuthor,
  flush,
  onVersion,
}: {
  version: Version;
  proposition: Shape<'PropositionView'>;
  isAuthor: boolean;
  flush: () => Promise<void>;
  onVersion: (id: string) => void;
}) {
  const words = useWords().propositions;
  const me = useMe();
  const doing = useAction();
  const [asking, { open, close }] = useDisclosure();
  const params = { path: { id: version.id } };
  const maySubmit = isAuthor && EDITABLE.includes(version.state);
  const submit = () =>
    doing(async () => {
      await flush();
      await http.POST('/api/v1/versions/{id}/submission', { params });
    }, words.submitted);
  useKeys({ '$mod+Enter': maySubmit && { label: words.submit, run: () => void submit(), whileTyping: true } });
  const newest = proposition.versions[0]!;
  const mayGoOn = (isAuthor || me.has('executive')) && me.has('executive', 'sales_ops', 'manager', 'admin');
  const isClosed = !EDITABLE.includes(newest.state) && newest.state !== 'in_review';
  const next = async () => {
    let made: Version | undefined;
    await doing(
      async () =>
        (made = (await http.POST('/api/v1/propositions/{id}/versions', { params: { path: { id: proposition.id } } }))
          .data),
      words.nextMade(newest.number + 1),
    );
    if (made) onVersion(made.id);
  };
  return (
    <Group gap="xs">
      {maySubmit && (
        <Button onClick={() => void submit()} rightSection={<KeyHint keys="$mod+Enter" />}>
          {words.submit}
        </Button>
      )}
      {isAuthor && version.state === 'in_review' && (
        <Button
          variant="default"
          onClick={() => void doing(() => http.POST('/api/v1/versions/{id}/recall', { params }), words.recalled)}
        >
          {words.recall}
        </Button>
      )}
      {mayGoOn && READY.includes(version.state) && (
        <Button
          onClick={() => void doing(() => http.POST('/api/v1/versions/{id}/going-live', { params }), words.wentLive)}
        >
          {words.goLive}
        </Button>
      )}
      {mayGoOn && isClosed && (
        <Button variant="default" onClick={() => void next()}>
          {words.next}
        </Button>
      )}
      {me.has('executive') && version.state !== 'in_review' && !ENDED.includes(version.state) && (
        <Button variant="subtle" color="red" onClick={open}>
          {words.retire}
        </Button>
      )}
      <Retiring versionId={version.id} opened={asking} onClose={close} />
    </Group>
  );
}

function Retiring({ versionId, opened, onClose }: { versionId: string; opened: boolean; onClose: () => void }) {
  const { propositions: words, shell } = useWords();
  const doing = useAction();
  const [reason, setReason] = useState('');
  const retire = async () => {
    const params = { path: { id: versionId } };
    if (await doing(() => http.POST('/api/v1/versions/{id}/retirement', { params, body: { reason } }), words.retired))
      onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={words.retireAsk}
      closeButtonProps={{ 'aria-label': shell.actions.close }}
    >
      <Stack gap="sm">
        <Text size="sm">{words.retireNote}</Text>
        <Textarea
          label={words.reason}
          data-autofocus
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group gap="xs" justify="end">
          <Button variant="default" onClick={onClose}>
            {shell.actions.cancel}
          </Button>
          <Button color="red" disabled={reason.trim() === ''} onClick={() => void retire()}>
            {words.retire}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
