import { SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../../i18n';
import { wordDiff, type DiffPiece } from './wordDiff';
import { useFieldText } from './useFieldText';
import type { ContentField } from './content';

export function VersionSidebar({
  field,
  before,
  after,
  names,
  below,
}: {
  field: ContentField;
  before: unknown;
  after: unknown;
  names: [string, string];
  below?: [ReactNode, ReactNode];
}) {
  const text = useFieldText();
  const pieces = wordDiff(text(field, before), text(field, after));
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <Side name={names[0]} pieces={pieces.before} marks="del" below={below?.[0]} />
      <Side name={names[1]} pieces={pieces.after} marks="ins" below={below?.[1]} />
    </SimpleGrid>
  );
}

function Side({
  name,
  pieces,
  marks: Mark,
  below,
}: {
  name: string;
  pieces: DiffPiece[];
  marks: 'del' | 'ins';
  below: ReactNode;
}) {
  const { compare } = useWords().propositions;
  const colour = Mark === 'del' ? 'var(--mantine-color-red-light)' : 'var(--mantine-color-green-light)';
  return (
    <div>
      <Text size="xs" c="dimmed">
        {name}
      </Text>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {pieces.length === 0 && <em>{compare.empty}</em>}
        {pieces.map(({ text, changed }, i) =>
          changed ? (
            <Mark key={i} style={{ background: colour, textDecoration: Mark === 'del' ? 'line-through' : 'underline' }}>
              {text}
            </Mark>
          ) : (
            <span key={i}>{text}</span>
          ),
        )}
      </Text>
      {below}
    </div>
  );
}
