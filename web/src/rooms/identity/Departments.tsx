import { Anchor, Button, Table } from '@mantine/core';
import { api, http, type Shape } from '../../api/client';
import { useKeys } from '../../shell/shortcuts';
import { Form, type FormField } from '../../components/forms/Form';
import { KeyHint } from '../../components/layout/KeyHint';
import { useFilters } from '../../components/lists/useListing';
import { SidePanel } from '../../components/layout/SidePanel';
import { Section } from '../../components/layout/Section';
import { QueryState } from '../../components/status/QueryState';
import { useWords } from '../../i18n';

const NEW = 'new';

export function Departments() {
  const { lists: words } = useWords().admin;
  const { filters, set } = useFilters();
  const query = api.useQuery('get', '/api/v1/departments');
  const close = () => set({ open: undefined });
  useKeys({ c: { label: words.newDepartment, run: () => set({ open: NEW }) } });
  return (
    <Section
      title={words.departments}
      note={words.departmentsNote}
      actions={
        <Button onClick={() => set({ open: NEW })} rightSection={<KeyHint keys="c" />}>
          {words.newDepartment}
        </Button>
      }
    >
      <QueryState query={query}>
        {({ items }) => (
          <>
            <Table verticalSpacing={4} horizontalSpacing="xs" fz="sm">
              <Table.Tbody>
                {items.map(({ code, name, commercial }) => (
                  <Table.Tr key={code}>
                    <Table.Td>
                      <Anchor component="button" size="sm" ta="left" onClick={() => set({ open: code })}>
                        {name}
                      </Anchor>
                    </Table.Td>
                    <Table.Td c="dimmed">{code}</Table.Td>
                    <Table.Td>{commercial ? words.commercial : ''}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            <DepartmentPanel of={filters.open} items={items} onClose={close} />
          </>
        )}
      </QueryState>
    </Section>
  );
}

function DepartmentPanel({
  of,
  items,
  onClose,
}: {
  of: string | undefined;
  items: Shape<'DepartmentView'>[];
  onClose: () => void;
}) {
  const { admin } = useWords();
  const words = admin.lists;
  const department = items.find(({ code }) => code === of);
  const details: FormField<keyof Shape<'DepartmentChange'>>[] = [
    { name: 'name', label: admin.name, required: true },
    { name: 'commercial', label: words.commercialHint, kind: 'flag' },
  ];
  return (
    <SidePanel
      title={of === NEW ? words.newDepartment : (department?.name ?? '')}
      opened={of === NEW || department !== undefined}
      onClose={onClose}
    >
      {of === NEW ? (
        <Form
          fields={[{ name: 'code', label: words.code, hint: words.codeHint, required: true }, ...details]}
          submitLabel={admin.create}
          doneMessage={admin.created}
          onSubmit={(body: Shape<'NewDepartment'>) => http.POST('/api/v1/departments', { body }).then(onClose)}
        />
      ) : (
        department && (
          <Form
            key={department.code}
            fields={details}
            initial={{ name: department.name, commercial: department.commercial }}
            submitLabel={admin.save}
            doneMessage={admin.saved}
            onSubmit={(body: Shape<'DepartmentChange'>) =>
              http
                .PATCH('/api/v1/departments/{code}', { params: { path: { code: department.code } }, body })
                .then(onClose)
            }
          />
        )
      )}
    </SidePanel>
  );
}
