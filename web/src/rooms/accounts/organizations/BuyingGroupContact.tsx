import { Text } from '@mantine/core';
import { http, type Shape } from '../../../api/client';
import { Form } from '../../../components/forms/Form';
import { useWords } from '../../../i18n';

type View = Shape<'BuyingGroupContactView'>;
type Facts = Pick<View, 'role' | 'confidence' | 'attitude' | 'influence' | 'preferredSupplier'>;

/** a select has no empty value, so an unknown answer needs one */
const OPEN = 'open';

export function BuyingGroupContact({ member, onClose }: { member: View; onClose: () => void }) {
  const { shell, accounts, terms } = useWords();
  const { buyingGroup: words, details } = accounts;
  const { role, confidence, attitude, influence, preferredSupplier } = member;
  const before: Facts = { role, confidence, attitude, influence, preferredSupplier };
  const put = (body: Partial<Facts>) =>
    http.PATCH('/api/v1/buying-roles/{id}', { params: { path: { id: member.id } }, body });
  const choice = (of: object) => Object.entries(of).map(([value, label]) => ({ value, label: String(label) }));
  const none = { value: OPEN, label: words.notKnown };
  const attitudes = ['-2', '-1', '0', '1', '2'] as const;
  return (
    <div role="group" aria-label={words.edit(member.contactName)}>
      <Text size="sm" fw={600} mt="xs">
        {member.contactName}
      </Text>
      <Form
        initial={{
          role,
          confidence,
          attitude: attitude === null ? OPEN : String(attitude),
          influence: influence === null ? OPEN : String(influence),
          preferredSupplier: preferredSupplier ?? '',
        }}
        fields={[
          { name: 'role', label: words.role, kind: 'choice', options: choice(terms.role) },
          { name: 'confidence', label: words.confidenceLabel, kind: 'choice', options: choice(words.confidence) },
          {
            name: 'attitude',
            label: words.attitudeLabel,
            kind: 'choice',
            options: [none, ...attitudes.map((value) => ({ value, label: `${value} · ${words.attitude[value]}` }))],
          },
          {
            name: 'influence',
            label: words.influenceLabel,
            kind: 'choice',
            options: [none, ...[1, 2, 3, 4, 5].map((n) => ({ value: String(n), label: words.influence(n) }))],
          },
          { name: 'preferredSupplier', label: words.prefers },
        ]}
        submitLabel={shell.actions.save}
        doneMessage={details.saved}
        onSubmit={(filled: Record<'role' | 'confidence' | 'attitude' | 'influence' | 'preferredSupplier', string>) =>
          put({
            role: filled.role as Facts['role'],
            confidence: filled.confidence as Facts['confidence'],
            attitude: filled.attitude === OPEN ? null : Number(filled.attitude),
            influence: filled.influence === OPEN ? null : Number(filled.influence),
            preferredSupplier: filled.preferredSupplier ?? null,
          }).then(onClose)
        }
        onUndo={() => put(before)}
        onCancel={onClose}
      />
    </div>
  );
}
