import { Anchor, Table, Text } from '@mantine/core';
import { Section } from '../../../components/layout/Section';
import { useWords } from '../../../i18n';
import type { BuyerMapData } from './map';

const INFLUENCE = [1, 2, 3, 4, 5, null] as const;
const SIGN: Record<string, string> = { '2': '++', '1': '+', '0': '○', '-1': '−', '-2': '−−' };
const TINT: Record<string, string> = { '2': 'green', '1': 'green', '0': 'gray', '-1': 'red', '-2': 'red' };

interface Placed {
  contactId: string;
  name: string;
  role: string;
  influence: number | null;
  attitude: number | null;
}

/** A contact without a known role is placed at the role of the enrolment. */
function placed({ people }: BuyerMapData): Placed[] {
  return people.flatMap(({ contactId, name, roles, enrolment }) =>
    roles.length > 0
      ? roles.map(({ role, influence, attitude }) => ({ contactId, name, role, influence, attitude }))
      : [{ contactId, name, role: enrolment?.role ?? 'unknown', influence: null, attitude: null }],
  );
}

/** Role by influence. A required role without a contact is shown as a gap. */
export function StakeholderChart({ map }: { map: BuyerMapData }) {
  const { buying, terms } = useWords();
  const people = placed(map);
  const missing: string[] = map.missingRoles;
  const order = Object.keys(terms.role);
  const roles = [...new Set([...people.map(({ role }) => role), ...missing])].toSorted(
    (a, b) => order.indexOf(a) - order.indexOf(b),
  );
  const named: Record<string, string> = terms.role;
  return (
    <Section title={buying.stakeholders} note={buying.stakeholdersNote}>
      <Table.ScrollContainer minWidth={800} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table withColumnBorders layout="fixed" fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={150}>{buying.role}</Table.Th>
              {INFLUENCE.map((each) => (
                <Table.Th key={each} ta="center">
                  {each === null ? buying.unknownInfluence : `${buying.influence} ${each}`}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {roles.map((role) => (
              <Table.Tr key={role}>
                <Table.Th scope="row">{named[role]}</Table.Th>
                {missing.includes(role) ? (
                  <Table.Td colSpan={INFLUENCE.length} style={{ outline: '2px dashed', outlineOffset: -4 }}>
                    <Text size="sm" fs="italic">
                      {buying.gap}
                    </Text>
                  </Table.Td>
                ) : (
                  INFLUENCE.map((influence) => (
                    <Table.Td key={influence} valign="top">
                      {people
                        .filter((each) => each.role === role && each.influence === influence)
                        .map((each) => (
                          <Mark key={each.contactId} person={each} />
                        ))}
                    </Table.Td>
                  ))
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}

function Mark({ person: { contactId, name, attitude } }: { person: Placed }) {
  const { buying } = useWords();
  const attitudes: Record<string, string> = buying.attitude;
  const colour = attitude === null ? 'gray' : TINT[attitude];
  return (
    <Anchor
      href={`#person-${contactId}`}
      size="sm"
      display="block"
      c="inherit"
      px={4}
      mb={2}
      title={attitude === null ? buying.noAttitude : attitudes[attitude]}
      style={{ borderInlineStart: `4px solid var(--mantine-color-${colour}-6)`, overflowWrap: 'anywhere' }}
    >
      <b aria-label={attitude === null ? buying.noAttitude : attitudes[attitude]} role="img">
        {attitude === null ? '?' : SIGN[attitude]}
      </b>{' '}
      {name}
    </Anchor>
  );
}
