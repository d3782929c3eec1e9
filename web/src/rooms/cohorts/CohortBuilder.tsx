import { Button, Group, MultiSelect, NumberInput, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, http, type Shape } from '../../api/client';
import { Problem } from '../../api/problem';
import { useKeys } from '../../shell/shortcuts';
import { useMe } from '../../shell/session';
import { useNotify } from '../../components/status/useNotify';
import { changedFields } from '../../components/forms/changedFields';
import { KeyHint } from '../../components/layout/KeyHint';
import { useNumbers } from '../../i18n/useNumbers';
import { Section } from '../../components/layout/Section';
import { Screen } from '../../components/layout/Screen';
import { EditConflict } from '../../components/forms/EditConflict';
import { QueryState } from '../../components/status/QueryState';
import { useWords } from '../../i18n';
import { FrozenCohorts } from './FrozenCohorts';
import { LivePreview } from './LivePreview';
import { isComplete, withRootGroup, type Rule } from './rule';
import { RuleEditor } from './RuleEditor';
import { useUndoHistory } from '../../components/forms/useUndoHistory';

type Cohort = Shape<'CohortView'>;
const pathOf = (id: string) => ({ params: { path: { id } } });

export function CohortBuilder() {
  const { id } = useParams({ from: '/cohorts/$id' });
  const cohort = api.useQuery('get', '/api/v1/cohorts/{id}', pathOf(id), { meta: { still: true } });
  const fields = api.useQuery('get', '/api/v1/cohort-fields');
  return (
    <QueryState query={cohort}>
      {(found) => (
        <QueryState query={fields}>
          {({ items }) => <Editor key={found.id} cohort={found} fields={items} reload={() => void cohort.refetch()} />}
        </QueryState>
      )}
    </QueryState>
  );
}

const facts = ({ name, rule, rationale, requiredRoles, holdOutPercent, seed }: Cohort) => ({
  name,
  rule: withRootGroup(rule as Rule),
  rationale,
  requiredRoles,
  holdOutPercent,
  seed,
});

function Editor({ cohort, fields, reload }: { cohort: Cohort; fields: Shape<'FieldView'>[]; reload: () => void }) {
  const { cohorts: words, terms } = useWords();
  const { editor } = words;
  const notify = useNotify();
  const { n } = useNumbers();
  const edits = useMe().has('sales_ops', 'executive', 'admin');
  const { now, change, undo, redo } = useUndoHistory(facts(cohort));
  const [kept, setKept] = useState({ ...facts(cohort), revision: cohort.revision });
  const [stale, setStale] = useState<Cohort | null>(null);
  const { revision, ...last } = kept;
  const dirty = JSON.stringify(now) !== JSON.stringify(last);
  const complete = isComplete(now.rule, fields);
  async function save(read: number) {
    try {
      const { data } = await http.PATCH('/api/v1/cohorts/{id}', {
        ...pathOf(cohort.id),
        headers: { 'if-match': `"${read}"` },
        body: changedFields(now, last),
      });
      change(facts(data!));
      setKept({ ...facts(data!), revision: data!.revision });
      setStale(null);
      notify.success(editor.saved);
      reload();
    } catch (error) {
      if (error instanceof Problem && error.code === 'stale_edit')
        setStale((await http.GET('/api/v1/cohorts/{id}', pathOf(cohort.id))).data!);
      else notify.error(error);
    }
  }
  async function freeze() {
    try {
      const { data } = await http.POST('/api/v1/cohorts/{id}/snapshots', pathOf(cohort.id));
      notify.success(words.frozen(n(data!.decisionMakers - data!.decisionMakersExcluded)));
    } catch (error) {
      notify.error(error);
    }
  }
  useKeys({
    '$mod+Enter': edits && {
      label: editor.save,
      run: () => dirty && complete && void save(revision),
      whileTyping: true,
    },
    '$mod+z': undo && { label: editor.undo, run: undo },
    '$mod+Shift+z': redo && { label: editor.redo, run: redo },
  });
  const actions = edits && (
    <>
      {dirty && (
        <Text size="xs" c="dimmed">
          {editor.unsaved}
        </Text>
      )}
      <Button variant="default" disabled={!undo} onClick={undo} rightSection={<KeyHint keys="$mod+z" />}>
        {editor.undo}
      </Button>
      <Button variant="default" disabled={!redo} onClick={redo}>
        {editor.redo}
      </Button>
      <Button
        disabled={!dirty || !complete}
        onClick={() => void save(revision)}
        rightSection={<KeyHint keys="$mod+Enter" />}
      >
        {editor.save}
      </Button>
      <Button
        variant="light"
        disabled={dirty}
        title={dirty ? words.saveFirst : words.freezeNote}
        onClick={() => void freeze()}
      >
        {words.freeze}
      </Button>
    </>
  );
  return (
    <Screen title={now.name || words.name} actions={actions}>
      {stale && (
        <EditConflict
          theirs={facts(stale)}
          yours={{ ...facts(stale), ...changedFields(now, last) }}
          onKeepMine={() => void save(stale.revision)}
          onUseTheirs={() => {
            change(facts(stale));
            setKept({ ...facts(stale), revision: stale.revision });
            setStale(null);
          }}
        />
      )}
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="sm">
        <Stack gap="sm" style={{ minWidth: 0 }}>
          <Section title={editor.rule}>
            <RuleEditor rule={now.rule} fields={fields} onChange={(rule) => change({ rule: withRootGroup(rule) })} />
            {!complete && (
              <Text size="sm" mt="xs" role="status">
                {editor.incomplete}
              </Text>
            )}
          </Section>
          <Section title={words.name}>
            <Stack gap="xs">
              <TextInput
                label={words.name}
                value={now.name}
                onChange={(event) => change({ name: event.currentTarget.value })}
              />
              <MultiSelect
                label={editor.roles}
                description={editor.rolesNote}
                data={Object.entries(terms.role).map(([value, label]) => ({ value, label }))}
                value={now.requiredRoles}
                onChange={(roles) => roles.length > 0 && change({ requiredRoles: roles as Cohort['requiredRoles'] })}
                searchable
              />
              <Textarea
                label={editor.rationale}
                autosize
                minRows={2}
                value={now.rationale}
                onChange={(event) => change({ rationale: event.currentTarget.value })}
              />
              <Group grow align="start">
                <NumberInput
                  label={editor.holdOut}
                  min={0}
                  max={50}
                  value={now.holdOutPercent}
                  onChange={(value) => typeof value === 'number' && change({ holdOutPercent: value })}
                />
                <TextInput
                  label={editor.seed}
                  description={editor.seedNote}
                  inputWrapperOrder={['label', 'input', 'description', 'error']}
                  value={now.seed}
                  onChange={(event) => change({ seed: event.currentTarget.value })}
                />
              </Group>
            </Stack>
          </Section>
          <FrozenCohorts cohortId={cohort.id} versionId={cohort.versionId} />
        </Stack>
        <LivePreview terms={now} complete={complete} cohortId={dirty ? undefined : cohort.id} />
      </SimpleGrid>
    </Screen>
  );
}
