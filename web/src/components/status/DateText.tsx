import { Text } from '@mantine/core';
import { useLanguage } from '../../i18n';

/** A date or timestamp in the user's language. */
export function DateText({ at, none = '—' }: { at: string | null | undefined; none?: string }) {
  const { language } = useLanguage();
  if (!at)
    return (
      <Text span c="dimmed" size="sm">
        {none}
      </Text>
    );
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(at);
  const shown = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: isDay ? 'UTC' : undefined }).format(
    new Date(at),
  );
  return (
    <time dateTime={at} title={isDay ? at : new Date(at).toLocaleString(language)} style={{ whiteSpace: 'nowrap' }}>
      {shown}
    </time>
  );
}
