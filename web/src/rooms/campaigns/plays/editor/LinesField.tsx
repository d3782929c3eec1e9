import { Textarea } from '@mantine/core';
import { useState } from 'react';

const read = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** A list as text with one item per line. An empty text is no list. */
export function LinesField({
  label,
  value = [],
  error,
  onChange,
}: {
  label: string;
  value: string[] | undefined;
  error: string | undefined;
  onChange: (lines: string[] | undefined) => void;
}) {
  const [text, setText] = useState(value.join('\n'));
  // the value changed from outside, by undo or by someone else
  const shown = JSON.stringify(read(text)) === JSON.stringify(value) ? text : value.join('\n');
  return (
    <Textarea
      label={label}
      autosize
      minRows={1}
      value={shown}
      error={error}
      onChange={(event) => {
        const lines = read(event.currentTarget.value);
        setText(event.currentTarget.value);
        onChange(lines.length > 0 ? lines : undefined);
      }}
    />
  );
}
