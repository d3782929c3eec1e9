import { DateText } from '../../components/status/DateText';
import { useWords } from '../../i18n';

/** The outcome of the newest conversation or imported interaction: a disposition, or the words of an import. */
export function LastOutcome({
  of: { lastOutcome, lastOutcomeAt },
}: {
  of: { lastOutcome: string | null; lastOutcomeAt: string | null };
}) {
  const outcomes: Record<string, string> = useWords().terms.disposition;
  if (lastOutcome === null) return null;
  return (
    <>
      {outcomes[lastOutcome] ?? lastOutcome} · <DateText at={lastOutcomeAt} />
    </>
  );
}
