import { Alert, Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { linkOptions, useNavigate, type LinkProps } from '@tanstack/react-router';
import { useState } from 'react';
import { api, http, type Shape } from '../../../api/client';
import { useKeys } from '../../../shell/shortcuts';
import { useNotify } from '../../../components/status/useNotify';
import { ConfirmDialog } from '../../../components/layout/ConfirmDialog';
import { KeyHint } from '../../../components/layout/KeyHint';
import { useNumbers } from '../../../i18n/useNumbers';
import { Section } from '../../../components/layout/Section';
import { QueryState } from '../../../components/status/QueryState';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { useWords } from '../../../i18n';
import { stepsOf } from '../plays/steps';
import { StepSummary } from '../plays/StepSummary';
import { byId, useWaves } from '../campaign/useCampaign';

type Campaign = Shape<'CampaignView'>;

export function LaunchReview({ campaign }: { campaign: Campaign }) {
  const { review: words } = useWords().launch;
  const navigate = useNavigate();
  const notify = useNotify();
  const { n } = useNumbers();
  const [asks, setAsks] = useState(false);
  const [at, setAt] = useState('');
  const preflight = api.useQuery('get', '/api/v1/campaigns/{id}/preflight', byId(campaign.id));
  const { data: snapshot } = api.useQuery('get', '/api/v1/snapshots/{id}', byId(campaign.snapshotId));
  const people = snapshot ? snapshot.decisionMakers - snapshot.decisionMakersExcluded : 0;
  const ready = preflight.data?.ready === true;
  const start = async (when?: string) => {
    await http.POST('/api/v1/campaigns/{id}/launch', { ...byId(campaign.id), body: when ? { at: when } : {} });
    notify.success(when ? words.scheduled : words.launched);
    await navigate({ to: '/campaigns/$id', params: { id: campaign.id } });
  };
  useKeys({ '$mod+Enter': ready && { label: words.launchDo, run: () => setAsks(true), whileTyping: true } });
  return (
    <Stack gap="sm" maw={760}>
      <QueryState query={preflight} lines={2}>
        {({ blockers, missing, warnings }) => (
          <>
            {blockers.length === 0 ? (
              <Alert color="green" title={words.ready} />
            ) : (
              <Alert color="red" title={words.blocked(blockers.length)}>
                <List size="sm">
                  {blockers.map((blocker) => (
                    <List.Item key={`${blocker.code}${blocker.message}`}>
                      <Blocker {...blocker} />{' '}
                      <FixLink code={blocker.code} senderId={blocker.senderId} campaign={campaign} />
                    </List.Item>
                  ))}
                </List>
              </Alert>
            )}
            <Missing fields={missing} />
            <Warnings warnings={warnings} />
          </>
        )}
      </QueryState>
      <Summary campaign={campaign} snapshot={snapshot} />
      <Group align="end" justify="space-between">
        <Group align="end" gap="xs">
          <TextInput
            type="datetime-local"
            label={`${words.later}: ${words.laterAt}`}
            value={at}
            onChange={(event) => setAt(event.currentTarget.value)}
          />
          <Button
            variant="default"
            disabled={!ready || !at}
            onClick={() => void start(new Date(at).toISOString()).catch((error: unknown) => notify.error(error))}
          >
            {words.schedule}
          </Button>
        </Group>
        <Button disabled={!ready} onClick={() => setAsks(true)} rightSection={<KeyHint keys="$mod+Enter" />}>
          {words.launch}
        </Button>
      </Group>
      {asks && (
        <ConfirmDialog
          title={words.launchTitle}
          note={words.launchNote(n(people))}
          confirmLabel={words.launchDo}
          onConfirm={() => start()}
          onClose={() => setAsks(false)}
        />
      )}
    </Stack>
  );
}

function Missing({ fields }: { fields: Shape<'MissingFieldView'>[] }) {
  const { launch, plays } = useWords();
  const { n } = useNumbers();
  const labels: Record<string, string> = { ...plays.field, timeZone: launch.review.timeZone };
  if (fields.length === 0) return null;
  return (
    <Alert color="yellow" title={launch.review.missing}>
      <List size="sm">
        {fields.map(({ field, people }) => (
          <List.Item key={field}>{launch.review.missingFor(labels[field] ?? field, n(people))}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Warnings({ warnings }: { warnings: Shape<'LaunchWarningView'>[] }) {
  const { review: words } = useWords().launch;
  if (warnings.length === 0) return null;
  return (
    <Alert color="yellow" title={words.warnings(warnings.length)}>
      <List size="sm">
        {warnings.map(({ code, about, message, senderId }) => (
          <List.Item key={`${code}${about}`}>
            {code === 'no_postal_address'
              ? words.noPostalAddress(about ?? words.defaultServer)
              : code === 'domain_not_met'
                ? words.domainNotMet(about ?? words.defaultServer)
                : message}{' '}
            {senderId && (
              <ScreenLink to="/admin/senders" search={{ open: senderId }}>
                {words.fix}
              </ScreenLink>
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Blocker({ code, about, message }: Shape<'PreflightBlockerView'>) {
  const { launch, domain } = useWords();
  const mend: Record<string, string | undefined> = domain.mend;
  const why = code.startsWith('domain_') ? mend[code.slice('domain_'.length)] : undefined;
  return <>{why && about ? launch.review.domainBlocks(about, why) : message}</>;
}

/** Links each blocker to the place where it can be fixed. */
function FixLink({ code, senderId, campaign }: { code: string; senderId: string | undefined; campaign: Campaign }) {
  const { review: words } = useWords().launch;
  const { data: version } = api.useQuery('get', '/api/v1/versions/{id}', byId(campaign.versionId));
  const { data: snapshot } = api.useQuery('get', '/api/v1/snapshots/{id}', byId(campaign.snapshotId));
  const play = linkOptions({ to: '/plays/$id', params: { id: campaign.playId } });
  const places: Record<string, LinkProps | undefined> = {
    other_version: linkOptions({ to: '/cohorts' }),
    empty_cohort: snapshot && linkOptions({ to: '/cohorts/$id', params: { id: snapshot.cohortId } }),
    play,
    template: play,
    claim: play,
    already_running: linkOptions({ to: '/campaigns' }),
    approval_pending: linkOptions({ to: '/approvals' }),
  };
  const link =
    (senderId ? linkOptions({ to: '/admin/senders', search: { open: senderId } }) : places[code]) ??
    (version && linkOptions({ to: '/propositions/$id', params: { id: version.propositionId } }));
  return link ? (
    <ScreenLink {...link} size="sm">
      {words.fix}
    </ScreenLink>
  ) : null;
}

function Summary({ campaign, snapshot }: { campaign: Campaign; snapshot: Shape<'SnapshotView'> | undefined }) {
  const { review: words } = useWords().launch;
  const { n } = useNumbers();
  const { data: version } = api.useQuery('get', '/api/v1/versions/{id}', byId(campaign.versionId));
  const waves = useWaves(campaign.id).data?.items ?? [];
  return (
    <>
      <Section title={words.what}>
        <Text size="sm" mb="xs">
          {version?.title} {version?.number}
        </Text>
        <StepSummary steps={stepsOf(campaign)} playId={campaign.playId} />
      </Section>
      <Section title={words.whom}>
        <Text size="sm">{snapshot?.sentence}</Text>
        {snapshot && (
          <Text size="sm">
            {words.people(
              n(snapshot.decisionMakers - snapshot.decisionMakersExcluded),
              n(snapshot.organizations - snapshot.organizationsExcluded),
              n(snapshot.heldOut),
            )}
          </Text>
        )}
        {snapshot?.heldOut === 0 && (
          <Text size="sm" c="dimmed">
            {words.noDifference}
          </Text>
        )}
      </Section>
      <Section title={words.how}>
        <Text size="sm">
          {words.waves(Math.max(1, waves.length))} ·{' '}
          {words.hours(campaign.dayStarts.slice(0, 5), campaign.dayEnds.slice(0, 5))} · {campaign.fromName} &lt;
          {campaign.fromAddress}&gt;
        </Text>
      </Section>
    </>
  );
}
