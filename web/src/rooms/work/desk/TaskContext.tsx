import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { useNow } from '../../../shell/clock';
import { StateBadge } from '../../../components/status/StateBadge';
import { KeyHint } from '../../../components/layout/KeyHint';
import { useNumbers } from '../../../i18n/useNumbers';
import { DateText } from '../../../components/status/DateText';
import { ScreenLink } from '../../../components/layout/ScreenLink';
import { useLanguage, useWords } from '../../../i18n';
import { readablePhone } from '../../../i18n/phone';
import { Box } from './Box';
import type { TaskCard } from './form/draft';
import { isWrong } from './contactPoints';

const OPENS = 8;
const CLOSES = 18;

export function ContactSection({ card, keyed = false }: { card: TaskCard; keyed?: boolean }) {
  const { work, terms } = useWords();
  const { contact } = card;
  if (!contact)
    return (
      <Box title={work.person} fits="stays">
        <Text fw={600}>{work.noContact}</Text>
      </Box>
    );
  const role: Record<string, string> = terms.role;
  return (
    <Box title={work.person} fits="stays" aside={contact.timeZone && <TheirTime zone={contact.timeZone} />}>
      <Text fw={700} fz="lg" lh={1.2}>
        {contact.name}
      </Text>
      {contact.title && (
        <Text size="sm" c="dimmed">
          {contact.title}
        </Text>
      )}
      <Group gap={4} my={4}>
        {contact.roles.map((each) => (
          <Badge key={each.role} color="petrol" tt="none" title={each.confidence}>
            {role[each.role]}
          </Badge>
        ))}
        {work.preferences[contact.preference] && (
          <Badge color="yellow" tt="none">
            {work.preferences[contact.preference]}
          </Badge>
        )}
        {contact.madeUp && (
          <Badge color="gray" tt="none">
            {work.demoData}
          </Badge>
        )}
      </Group>
      <Stack gap={2}>
        {contact.phone && (
          <Way
            href={`tel:${contact.phone}`}
            label={readablePhone(contact.phone)}
            state={contact.phoneState}
            hint={keyed && 'd'}
            id="dial"
          />
        )}
        {contact.email && (
          <Way
            href={`mailto:${contact.email}`}
            label={contact.email}
            state={contact.emailState}
            hint={keyed && 'e'}
            id="write"
          />
        )}
        {contact.notBefore && (
          <Text size="sm">
            {work.notBefore} <DateText at={contact.notBefore} />
          </Text>
        )}
      </Stack>
    </Box>
  );
}

/** Invalid contact points are shown without a link and have no shortcut. */
function Way({
  href,
  label,
  state,
  hint,
  id,
}: {
  href: string;
  label: string;
  state: string;
  hint: string | false;
  id: string;
}) {
  const { work } = useWords();
  const usable = !isWrong(state);
  return (
    <div>
      <Group gap={6} wrap="nowrap">
        {usable ? (
          <Anchor href={href} id={id} size="sm" truncate>
            {label}
          </Anchor>
        ) : (
          <Text size="sm" td="line-through" truncate>
            {label}
          </Text>
        )}
        {usable && hint && <KeyHint keys={hint} />}
        <span style={{ flexShrink: 0 }}>
          <StateBadge state={state} label={work.checked[state as keyof typeof work.checked]} />
        </span>
      </Group>
      {!usable && <Text size="xs">{work.invalidContactPoint}</Text>}
    </div>
  );
}

/** A browser may know fewer time zones than the server. */
function isKnown(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

function TheirTime({ zone }: { zone: string }) {
  const { work } = useWords();
  const { language } = useLanguage();
  const now = useNow();
  if (!isKnown(zone)) return <Text size="xs">{zone}</Text>;
  const time = new Intl.DateTimeFormat(language, { timeZone: zone, timeStyle: 'short' }).format(now);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...options }).format(now);
  const hour = Number(part({ hour: '2-digit' }));
  const away = hour < OPENS || hour >= CLOSES || ['Sat', 'Sun'].includes(part({ weekday: 'short' }));
  return (
    <Text size="xs" title={zone} c={away ? 'var(--mantine-color-red-text)' : 'dimmed'}>
      {work.theirTime(time)}
      {away && ` · ${work.outsideHours}`}
    </Text>
  );
}

export function OrganizationSection({ card }: { card: TaskCard }) {
  const { work } = useWords();
  const { n } = useNumbers();
  const { organization, owner } = card;
  const facts = [
    organization.industry,
    organization.employees && work.employees(n(organization.employees)),
    [organization.city, organization.country].filter(Boolean).join(', '),
  ].filter(Boolean);
  return (
    <Box title={work.organization} fits="stays">
      <ScreenLink to="/organizations" search={{ open: organization.id }} size="md" fw={600}>
        {organization.name}
      </ScreenLink>
      <Text size="sm">{facts.join(' · ')}</Text>
      {owner && (
        <Text size="xs" c="dimmed">
          {work.owner(owner.name)}
        </Text>
      )}
    </Box>
  );
}

/** Shows the points of each ranking factor as text and as a bar. */
export function WhyNow({ card }: { card: TaskCard }) {
  const { work } = useWords();
  const { x } = useNumbers();
  const why = card.why.filter(({ points }) => points > 0).toSorted((a, b) => b.points - a.points);
  const most = Math.max(1, ...why.map(({ points }) => points));
  return (
    <Box title={work.whyNow} fits="stays" aside={<Text size="xs">{work.points(x(card.contribution))}</Text>}>
      {why.map(({ factor, points, because }) => (
        <Group key={factor} gap={6} wrap="nowrap" title={`${work.factor[factor]}: ${x(points)}`}>
          <svg width="44" height="8" aria-hidden>
            <rect width={(44 * points) / most} height="8" rx="2" fill="var(--mantine-primary-color-filled)" />
          </svg>
          <Text size="xs" w={38} ta="right" style={{ flexShrink: 0, fontVariantNumeric: 'tabular-nums' }}>
            +{x(points)}
          </Text>
          <Text size="xs" truncate>
            {because}
          </Text>
        </Group>
      ))}
    </Box>
  );
}
