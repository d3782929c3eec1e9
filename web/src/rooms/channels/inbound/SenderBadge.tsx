import { Badge, Tooltip } from '@mantine/core';
import type { Shape } from '../../../api/client';
import { useWords } from '../../../i18n';

type Facts = Pick<Shape<'InboundMailView'>, 'verifiedBy' | 'authentication' | 'authenticationEvidence' | 'matchedBy'>;

/** Whether anything shows who wrote it; the tooltip says what. Nothing of a mail that is not read yet. */
export function SenderBadge({ mail: { verifiedBy, authentication, authenticationEvidence } }: { mail: Facts }) {
  const { mail: words } = useWords();
  if (!verifiedBy && !authentication) return null;
  const failed = !verifiedBy && authentication === 'fail';
  const [label, why, colour] = verifiedBy
    ? [words.verified, words.verifiedBy[verifiedBy], 'green']
    : failed
      ? [words.failed, words.failedHint, 'red']
      : [words.notVerified, words.notVerifiedHint, 'gray'];
  return (
    <Tooltip label={[why, authenticationEvidence].filter(Boolean).join(' ')} multiline maw={360} events={TOUCHED}>
      <Badge color={colour} variant="light" size="sm" tt="none" tabIndex={0} style={{ flexShrink: 0 }}>
        {label}
      </Badge>
    </Tooltip>
  );
}

const TOUCHED = { hover: true, focus: true, touch: true };
