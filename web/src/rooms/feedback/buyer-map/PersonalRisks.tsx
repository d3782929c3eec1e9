import { Badge, Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { http } from '../../../api/client';
import { useNotify } from '../../../components/status/useNotify';
import { DateText } from '../../../components/status/DateText';
import { useWords } from '../../../i18n';
import type { BuyerMapData, Stakeholder } from './map';

type Risk = Stakeholder['risks'][number];

/** Anyone who works here can mark a risk as mitigated; only its rep can share a private one. */
export function PersonalRisks({ map, risks }: { map: BuyerMapData; risks: Risk[] }) {
  return risks.map((risk) => <Stake key={risk.id} map={map} risk={risk} />);
}

function Stake({ map, risk }: { map: BuyerMapData; risk: Risk }) {
  const { buying } = useWords();
  const { kind, personal, against, impact, words, eases, shared, easedAt, easedBy } = risk;
  const kinds: Record<string, string> = buying.kinds;
  const choices: Record<string, string> = buying.choices;
  const impacts: Record<string, string> = buying.impacts;
  return (
    <div>
      <Text size="sm" c={easedAt ? 'dimmed' : undefined}>
        <b>{kinds[kind]}</b>
        {personal && (
          <Badge ml={4} color="grape" tt="none">
            {buying.personal}
          </Badge>
        )}
        {easedAt && (
          <Badge ml={4} color="green" tt="none">
            {buying.mitigated}
          </Badge>
        )}{' '}
        ({buying.against.toLowerCase()} {choices[against]}, {impacts[impact]}){words && ` “${words}”`}
        {eases && ` · ${buying.mitigatedBy}: ${eases}`}
        {shared && ` · ${buying.sharedNote}`}
        {easedAt && (
          <>
            {' '}
            · <DateText at={easedAt} /> {easedBy}
          </>
        )}
      </Text>
      {map.mine && <Changes map={map} risk={risk} />}
    </div>
  );
}

function Changes({ map, risk: { id, easedAt, shared, mayShare, revision } }: { map: BuyerMapData; risk: Risk }) {
  const { buying } = useWords();
  const notify = useNotify();
  const queries = useQueryClient();
  const change = async (
    body: { eased?: boolean; shared?: boolean },
    message: string,
    back: { eased?: boolean; shared?: boolean } | null,
    read = revision,
  ): Promise<void> => {
    try {
      const { data } = await http.PATCH('/api/v1/organizations/{id}/risks/{riskId}', {
        params: { path: { id: map.organizationId, riskId: id } },
        headers: { 'if-match': `"${read}"` },
        body,
      });
      notify.success(message, back ? () => change(back, buying.undone, null, data!.revision) : undefined);
    } catch (error) {
      notify.error(error);
    }
    await queries.invalidateQueries();
  };
  const easing = easedAt ? buying.markOpen : buying.markMitigated;
  const sharing = shared ? buying.unshare : buying.share;
  return (
    <Group gap={4}>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() =>
          void change({ eased: !easedAt }, easedAt ? buying.openDone : buying.mitigatedDone, {
            eased: Boolean(easedAt),
          })
        }
      >
        {easing}
      </Button>
      {mayShare && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void change({ shared: !shared }, shared ? buying.unsharedDone : buying.sharedDone, { shared })}
        >
          {sharing}
        </Button>
      )}
    </Group>
  );
}
