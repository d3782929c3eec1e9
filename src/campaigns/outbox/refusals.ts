import { rows } from '../../platform/index.js';
import type { DataSource } from 'typeorm';
import { CAMPAIGN_SETTINGS } from '../campaign.settings.js';

/** Whose mails are asked about. */
export type RefusedScope = 'campaign_id' | 'sender_id';

/** What servers refused because of us, and what else of the same left. */
interface Refused {
  /** of the recipients */
  domain: string;
  /** the answer without numbers and addresses: one provider gives the same to all of its domains */
  answer: string;
  words: string;
  refused: number;
  /** how many mails this domain took in the same time */
  accepted: number;
}

type Limits = Record<keyof typeof CAMPAIGN_SETTINGS, number>;

/** One provider that takes nothing shows that we are refused there, though all others accept. */
const FROM_ONE_PROVIDER = 5;

/**
 * Why these mails must stop, as a sentence for the person who has to decide; null: they may go on. A message that is
 * refused again and again counts once.
 */
export async function refusalTrouble(
  source: DataSource,
  scope: RefusedScope,
  { id, since, mails }: { id: string; since: Date; mails: number },
  limits: Limits,
): Promise<string | null> {
  const all = await rows<Refused>(source, REFUSED[scope], [id, since]);
  const refused = sum(all);
  if (refused < limits.refusalsBeforeStop) return null;
  const [last] = all as [Refused];
  const provider = [...all.map(({ domain }) => all.filter((each) => each.domain === domain)), ...byAnswer(all)].find(
    (group) => sum(group) >= FROM_ONE_PROVIDER && group.every(({ accepted }) => accepted === 0),
  );
  if (provider) return told(`${sum(provider)} mails to ${namesOf(provider)}, all of them,`, provider[0]!);
  const tried = mails + refused;
  if (refused * 2 > tried) return told(`${refused} of ${tried} mails`, last);
  const over = refused * 1000 > limits.bouncesPerThousandBeforeStop * tried;
  return over && tried >= limits.mailsBeforeRatesCount ? told(`${refused} of ${tried} mails`, last) : null;
}

const sum = (all: Refused[]): number => all.reduce((n, { refused }) => n + refused, 0);

const byAnswer = (all: Refused[]): Refused[][] =>
  [...new Set(all.map(({ answer }) => answer))].map((answer) => all.filter((each) => each.answer === answer));

function namesOf(group: Refused[]): string {
  const domains = [...new Set(group.map(({ domain }) => domain))];
  return domains.length > 2 ? `${domains.slice(0, 2).join(', ')} and ${domains.length - 2} more` : domains.join(', ');
}

const told = (which: string, { words }: Refused): string =>
  `${which} were refused because of us and not of their recipients. ` +
  `Mend the sender before you go on. The last answer was: ${words}`.slice(0, 380);

/** The latest first. $1 campaign or sender, $2 since when */
const refusedSql = (scope: RefusedScope): string => `
SELECT r.domain, r.answer, r.words, r.refused,
       (SELECT count(*)::int
          FROM dispatch a
         WHERE a.${scope} = $1
           AND a.state IN ('sent', 'delivered')
           AND a.refused_at IS NULL
           AND a.sent_at >= $2
           AND lower(split_part(a.recipient, '@', -1)) = r.domain) AS accepted
  FROM (SELECT split_part(lower(recipient), '@', -1) AS domain,
               left(regexp_replace(lower(said), '\\S*[0-9@]\\S*', '', 'g'), 60) AS answer,
               (array_agg(left(said, 200) ORDER BY refused_at DESC))[1] AS words,
               max(refused_at) AS last,
               count(*)::int AS refused
          FROM (SELECT recipient, refused_at, coalesce(bounce_words, response, '') AS said
                  FROM dispatch
                 WHERE ${scope} = $1 AND refused_at >= $2 AND state <> 'delivered') d
         GROUP BY 1, 2) r
 ORDER BY r.last DESC
 LIMIT 1000`;

const REFUSED: Record<RefusedScope, string> = {
  campaign_id: refusedSql('campaign_id'),
  sender_id: refusedSql('sender_id'),
};
