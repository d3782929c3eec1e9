import { Box, Group, NumberInput, Radio, Select, Stack, Table, Text } from '@mantine/core';
import { http, type Shape } from '../../../api/client';
import { useNotify } from '../../../components/status/useNotify';
import { Section } from '../../../components/layout/Section';
import { useWords } from '../../../i18n';

const ENCODINGS = ['utf-8', 'windows-1252', 'iso-8859-1', 'utf-16le', 'utf-16be', 'windows-1250', 'shift_jis'];
const SIGNS = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;
type Delimiter = keyof typeof SIGNS;

export function FileFormat({
  file,
  editable,
  reload,
}: {
  file: Shape<'ImportView'>;
  editable: boolean;
  reload: () => void;
}) {
  const { format: words } = useWords().imports;
  const notify = useNotify();
  const read = async (changed: Shape<'ReadingRequest'>) => {
    try {
      await http.PUT('/api/v1/imports/{id}/reading', {
        params: { path: { id: file.id } },
        body: { ...now, ...changed },
      });
      reload();
    } catch (error) {
      notify.error(error);
    }
  };
  const delimiter = (Object.keys(SIGNS) as Delimiter[]).find((name) => SIGNS[name] === file.delimiter) ?? null;
  const now: Shape<'ReadingRequest'> = {
    ...(file.encoding ? { encoding: file.encoding } : {}),
    ...(delimiter ? { delimiter } : {}),
    ...(file.headerLine === null ? {} : { headerLine: file.headerLine }),
  };
  const encodings = [...new Set([...(file.encoding ? [file.encoding] : []), ...ENCODINGS])];
  const sample = file.sample as unknown as string[][];
  return (
    <Box style={{ flex: 1, minWidth: 0 }}>
      <Section title={words.title}>
        <Group mb="xs">
          <Select
            size="xs"
            label={words.encoding}
            data={encodings}
            value={file.encoding}
            onChange={(encoding) => encoding && void read({ encoding })}
            disabled={!editable}
            allowDeselect={false}
          />
          <Select
            size="xs"
            label={words.delimiter}
            data={(Object.keys(SIGNS) as Delimiter[]).map((value) => ({ value, label: words.delimiters[value] }))}
            value={delimiter}
            onChange={(value) => value && void read({ delimiter: value as Delimiter })}
            disabled={!editable}
            allowDeselect={false}
          />
          <NumberInput
            size="xs"
            w={140}
            label={words.headerLine}
            description={file.headerLine === 0 ? words.noHeader : undefined}
            min={0}
            defaultValue={file.headerLine ?? 1}
            onBlur={({ currentTarget: { value } }) =>
              value !== '' && Number(value) !== file.headerLine && void read({ headerLine: Number(value) })
            }
            disabled={!editable}
          />
        </Group>
        {file.sheets.length > 1 && (
          <Text size="sm" mb="xs">
            {words.sheet(file.sheet ?? '', file.sheets.filter((name) => name !== file.sheet).join(', '))}
          </Text>
        )}
        {file.decodings.length > 1 && (
          <Radio.Group
            mb="xs"
            label={words.letters}
            description={words.lettersNote}
            value={file.encoding}
            onChange={(encoding) => void read({ encoding })}
          >
            <Stack gap={4} mt={4}>
              {file.decodings.map((each) => (
                <Radio
                  key={each.encoding}
                  size="xs"
                  value={each.encoding}
                  label={each.words.join(' · ')}
                  description={each.encoding}
                  disabled={!editable}
                />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <Text size="sm" fw={600}>
          {words.sample}
        </Text>
        <Table.ScrollContainer
          minWidth={400}
          scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': words.sample, role: 'region' } }}
        >
          <Table fz="xs" verticalSpacing={2}>
            <Table.Thead>
              <Table.Tr>
                {file.columns.map(({ column }) => (
                  <Table.Th key={column}>{column}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {sample.slice(0, 8).map((cells, i) => (
                <Table.Tr key={i}>
                  {cells.map((cell, at) => (
                    <Table.Td
                      key={at}
                      style={{ whiteSpace: 'nowrap', maxWidth: '16rem', overflow: 'hidden', textOverflow: 'ellipsis' }}
                    >
                      {cell}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Section>
    </Box>
  );
}
