import { Button } from '@mantine/core';
import { http } from '../../api/client';
import { useKeys } from '../../frame/keys';
import { useSaying } from '../../pieces/acting';
import { AdminPlaces } from '../../pieces/AdminPlaces';
import { Chip } from '../../pieces/Chip';
import { Form } from '../../pieces/Form';
import { Hint } from '../../pieces/Hint';
import { useFilters } from '../../pieces/listing';
import { Listing } from '../../pieces/Listing';
import { useNumbers } from '../../pieces/numbers';
import { Panel } from '../../pieces/Panel';
import { Screen } from '../../pieces/Screen';
import { Nothing } from '../../pieces/Standing';
import { When } from '../../pieces/When';
import { useWords } from '../../words';

const NEW = 'new';

/** Which mailboxes are read for replies, bounces and absences. */
export function Mailboxes() {
  const { frame, admin } = useWords();
  const words = admin.mailbox;
  const { n } = useNumbers();
  const saying = useSaying();
  const { filters, set } = useFilters();
  useKeys({ c: { says: words.new, does: () => set({ open: NEW }) } });
  const create = (
    <Button onClick={() => set({ open: NEW })} rightSection={<Hint keys="c" />}>
      {words.new}
    </Button>
  );
  const check = async (id: string) => {
    try {
      const { data } = await http.POST('/api/v1/mailboxes/{id}/check', { params: { path: { id } } });
      if (data!.works) saying.done(words.works(n(data!.messages ?? 0)));
      else saying.done(`${words.problem}: ${data!.problem}`);
    } catch (error) {
      saying.refused(error);
    }
  };
  const close = () => set({ open: undefined });
  return (
    <Screen title={frame.places.admin} actions={create}>
      <AdminPlaces />
      <Listing
        name="mailboxes"
        of="/api/v1/mailboxes"
        search={false}
        facets={[{ filter: 'state', label: admin.state }]}
        columns={[
          { key: 'name', title: admin.name, sorts: true, render: ({ name }) => name },
          { key: 'host', title: words.host, wide: true, render: ({ host, port }) => `${host}:${port}` },
          { key: 'username', title: words.user, wide: true, render: ({ username }) => username },
          { key: 'state', title: admin.state, width: 120, render: ({ state }) => <Chip state={state} /> },
          { key: 'lastError', title: words.problem, render: ({ lastError }) => lastError ?? '—' },
          { key: 'checkedAt', title: words.checked, width: 120, render: ({ checkedAt }) => <When at={checkedAt} /> },
        ]}
        onOpen={({ id }) => void check(id)}
        empty={
          <Nothing title={words.none} action={create}>
            {words.noneYet}
          </Nothing>
        }
      />
      <Panel title={words.new} opened={filters.open === NEW} onClose={close}>
        <Form
          start={{ port: 993, tls: 'implicit', folder: 'INBOX', active: true }}
          fields={[
            { name: 'name', label: admin.name, required: true },
            { name: 'host', label: words.host, required: true },
            { name: 'port', label: admin.sender.port, kind: 'number' },
            {
              name: 'tls',
              label: admin.sender.tls,
              kind: 'choice',
              options: ['implicit', 'starttls', 'none'].map((value) => ({ value, label: value })),
            },
            { name: 'username', label: words.user, required: true },
            { name: 'password', label: admin.password, kind: 'password', required: true },
            { name: 'folder', label: words.folder },
            { name: 'active', label: words.listen, kind: 'flag' },
          ]}
          submit={admin.create}
          says={admin.created}
          send={(body) => http.POST('/api/v1/mailboxes', { body }).then(close)}
        />
      </Panel>
    </Screen>
  );
}
