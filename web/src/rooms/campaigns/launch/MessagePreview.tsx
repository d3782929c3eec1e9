import { Alert, Text } from '@mantine/core';
import type { Shape } from '../../../api/client';
import { useWords } from '../../../i18n';

/** Shows an email as its recipient sees it, with the merge fields that are empty. */
export function MessagePreview({
  mail: { subject, text, html, missing },
  from,
}: {
  mail: Shape<'StepPreview'>;
  from?: string;
}) {
  const { plays, launch } = useWords();
  const { mails: words } = launch;
  const labels: Record<string, string> = plays.field;
  return (
    <>
      {missing.length > 0 && (
        <Alert color="yellow" p="xs" mb="xs" role="status">
          <Text size="sm">{plays.preview.missing(missing.map((name) => labels[name] ?? name).join(', '))}</Text>
        </Alert>
      )}
      {from && (
        <Text size="sm">
          {words.from}: {from}
        </Text>
      )}
      <Text size="sm" mb="xs">
        {words.subject}: <b>{subject}</b>
      </Text>
      {html ? (
        <iframe
          title={words.frame}
          sandbox=""
          srcDoc={html}
          style={{
            width: '100%',
            height: '26rem',
            border: '1px solid var(--mantine-color-default-border)',
            background: '#fff',
          }}
        />
      ) : (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {text}
        </Text>
      )}
    </>
  );
}
