import { api, http } from '../../../api/client';
import { QueryState } from '../../../components/status/QueryState';
import { useWords } from '../../../i18n';
import { readablePhone } from '../../../i18n/phone';
import { PairList } from './PairList';

const shown = (phone: string | null) => phone && readablePhone(phone);

export function ContactDuplicates() {
  const { duplicates: words } = useWords();
  const query = api.useQuery('get', '/api/v1/contact-duplicates', {});
  return (
    <QueryState query={query}>
      {({ items, nextCursor }) => (
        <PairList
          of="contacts"
          more={nextCursor !== null}
          reload={() => void query.refetch()}
          dismiss={({ one, other }) =>
            http.POST('/api/v1/contact-duplicates/dismissals', { body: { contactId: one.id, otherId: other.id } })
          }
          pairs={items.map((pair) => ({
            one: { id: pair.contactId, name: pair.name, details: [pair.email, shown(pair.phone)] },
            other: { id: pair.otherId, name: pair.otherName, details: [pair.otherEmail, shown(pair.otherPhone)] },
            why: [words.contacts.why[pair.why], pair.why === 'same_address' ? '' : words.alike(pair.score)].join(' '),
          }))}
        />
      )}
    </QueryState>
  );
}

export function OrganizationDuplicates() {
  const { duplicates: words } = useWords();
  const query = api.useQuery('get', '/api/v1/organization-duplicates', {});
  return (
    <QueryState query={query}>
      {({ items, nextCursor }) => (
        <PairList
          of="organizations"
          more={nextCursor !== null}
          reload={() => void query.refetch()}
          dismiss={({ one, other }) =>
            http.POST('/api/v1/organization-duplicates/dismissals', {
              body: { organizationId: one.id, otherId: other.id },
            })
          }
          pairs={items.map((pair) => ({
            one: {
              id: pair.organizationId,
              name: pair.name,
              details: [pair.place, pair.domain, shown(pair.phone)],
            },
            other: {
              id: pair.otherId,
              name: pair.otherName,
              details: [pair.otherPlace, pair.otherDomain, shown(pair.otherPhone)],
            },
            why: `${words.organizations.why[pair.why]} ${words.alike(pair.score)}`,
          }))}
        />
      )}
    </QueryState>
  );
}
