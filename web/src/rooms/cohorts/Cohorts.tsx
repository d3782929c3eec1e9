import { Button, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, http } from '../../api/client';
import { useKeys } from '../../shell/shortcuts';
import { useMe } from '../../shell/session';
import { useNotify } from '../../components/status/useNotify';
import { KeyHint } from '../../components/layout/KeyHint';
import { useFilters } from '../../components/lists/useListing';
import { Listing } from '../../components/lists/Listing';
import { Screen } from '../../components/layout/Screen';
import { EmptyState } from '../../components/status/EmptyState';
import { RelativeTime } from '../../components/status/RelativeTime';
import { useWords } from '../../i18n';

export function Cohorts() {
  const { shell, cohorts: words } = useWords();
  const navigate = useNavigate();
  const { filters, set } = useFilters();
  const makes = useMe().has('sales_ops', 'executive', 'admin');
  const open = () => set({ new: 'true' });
  useKeys({ c: makes && { label: words.new, run: open } });
  const create = makes && (
    <Button onClick={open} rightSection={<KeyHint keys="c" />}>
      {words.new}
    </Button>
  );
  return (
    <Screen title={shell.nav.cohorts} actions={create}>
      <Listing
        name="cohorts"
        of="/api/v1/cohorts"
        always={{ new: undefined }}
        columns={[
          { key: 'name', title: words.name, sorts: true, width: 240, render: ({ name }) => name },
          {
            key: 'sentence',
            title: words.targetGroup,
            wide: true,
            render: ({ sentence }) => (
              <Text size="sm" lineClamp={2}>
                {sentence}
              </Text>
            ),
          },
          {
            key: 'holdOut',
            title: words.holdOut,
            right: true,
            width: 110,
            render: (each) => `${each.holdOutPercent} %`,
          },
          {
            key: 'createdAt',
            title: words.created,
            sorts: true,
            wide: true,
            width: 130,
            render: ({ createdAt }) => <RelativeTime at={createdAt} />,
          },
        ]}
        onOpen={({ id }) => void navigate({ to: '/cohorts/$id', params: { id } })}
        empty={
          <EmptyState title={words.none} action={create}>
            {words.noneYet}
          </EmptyState>
        }
      />
      {filters.new && <NewCohort onClose={() => set({ new: undefined })} />}
    </Screen>
  );
}

/** Starts from the rule, roles and rationale of the version. */
function NewCohort({ onClose }: { onClose: () => void }) {
  const { shell, cohorts: words, terms } = useWords();
  const navigate = useNavigate();
  const notify = useNotify();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const query = { params: { query: { limit: 200 } } };
  const propositions = api.useQuery('get', '/api/v1/propositions', query).data?.items ?? [];
  const states: Record<string, string> = terms.state;
  const versions = propositions.flatMap(({ title, versions: heads }) =>
    heads.map(({ id, number, state }) => ({ value: id, label: `${title} ${number} · ${states[state] ?? state}` })),
  );
  const versionId = chosen ?? propositions.find((each) => each.liveVersionId)?.liveVersionId ?? versions[0]?.value;
  const ready = Boolean(versionId && name.trim());
  async function create() {
    if (!ready) return;
    try {
      const rule = await ruleOf(versionId!);
      const { data } = await http.POST('/api/v1/cohorts', {
        body: { versionId: versionId!, name: name.trim(), ...rule },
      });
      await navigate({ to: '/cohorts/$id', params: { id: data!.id } });
    } catch (error) {
      notify.error(error);
    }
  }
  useKeys(
    { '$mod+Enter': { label: words.create, run: () => void create(), whileTyping: true } },
    { insideDialog: true },
  );
  return (
    <Modal opened onClose={onClose} title={words.new} closeButtonProps={{ 'aria-label': shell.actions.close }}>
      <Stack gap="sm">
        <Text size="sm">{versions.length > 0 ? words.newNote : words.noVersion}</Text>
        <TextInput
          data-autofocus
          label={words.name}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          required
        />
        <Select
          label={words.version}
          data={versions}
          value={versionId ?? null}
          onChange={setChosen}
          searchable
          allowDeselect={false}
        />
        <Button disabled={!ready} onClick={() => void create()} rightSection={<KeyHint keys="$mod+Enter" />}>
          {words.create}
        </Button>
      </Stack>
    </Modal>
  );
}

/** The default if the version has no rule: all organizations, to be narrowed in the builder. */
async function ruleOf(id: string) {
  const { data } = await http.GET('/api/v1/versions/{id}', { params: { path: { id } } });
  return {
    ...(data!.cohortRule ? {} : { rule: { all: [{ field: 'name', op: 'is_not_empty' }] } }),
    ...(data!.requiredRoles.length > 0 ? {} : { requiredRoles: ['decision_maker' as const] }),
  };
}
