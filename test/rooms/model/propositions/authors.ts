import { dice, executives, PEOPLE, somebody, type Model } from './model.js';
import { WHOLE, wish } from './stage.js';
import { EDITABLE, type Content, type Version } from './version.js';

/** What is written into a draft: some of it leaves a hole, and more of it fills one. */
const CHANGES: Partial<Content>[] = [
  { narrative: '' },
  { claims: [] },
  { cohortRule: null },
  { requiredDepartments: ['finance'] },
  { requiredDepartments: ['sales', 'marketing'] },
  { noObjectionsNote: null },
  { requiredDepartments: ['logistics', 'sales'] },
  { requiredDepartments: ['finance', 'logistics', 'management'] },
  { promise: 'We own what stands on your shelf.' },
  ...Array.from({ length: 9 }, () => WHOLE),
];
const versions = (model: Model): Version[] => model.versions;
const editable = (version: Version): boolean => version.is(...EDITABLE);

const notAuthor = (version: Version, who: number): string | null => (version.isAuthor(who) ? null : 'not_an_author');
const notAuthorOrExecutive = (version: Version, who: number): string | null =>
  version.isExecutive(who) ? null : notAuthor(version, who);
const locked = (version: Version): string | null => (editable(version) ? null : 'version_locked');

/** What those do who write. */
export const authors = {
  ...wish('edit', {
    weight: 8,
    among: versions,
    ripe: editable,
    run: async (_, stage, version, n) => {
      const roll = dice(n);
      const who = somebody(roll, version.authors);
      const change = CHANGES[roll(CHANGES.length)]!;
      const stale = roll(4) === 0 && version.revision > 1;
      const refused = notAuthor(version, who) ?? locked(version) ?? (stale ? 'stale_edit' : null);
      const read = version.revision - (stale ? 1 : 0);
      const { body } = await stage.ask(who, ['PATCH', `/versions/${version.id}`], {
        body: change,
        revision: read,
        refused,
      });
      if (refused === 'stale_edit') expect(body).toMatchObject({ read, revision: version.revision });
      if (refused) return;
      version.content = { ...version.content, ...change };
      version.revision++;
    },
  }),
  ...wish('invite', {
    weight: 6,
    among: versions,
    ripe: editable,
    run: async (_, stage, version, n) => {
      const roll = dice(n);
      const who = somebody(roll, version.authors);
      const invited = roll(PEOPLE.length);
      const rep = PEOPLE[invited]!.role === 'rep' ? 'rep_cannot_author' : null;
      const refused = notAuthorOrExecutive(version, who) ?? locked(version) ?? rep;
      const path = `/versions/${version.id}/authors/${stage.people[invited]!.id}`;
      await stage.ask(who, ['PUT', path], { refused });
      if (!refused && !version.isAuthor(invited)) version.authors.push(invited);
    },
  }),
  ...wish('leave', {
    weight: 2,
    among: versions,
    ripe: editable,
    run: async (_, stage, version, n) => {
      const roll = dice(n);
      const who = somebody(roll, version.authors);
      const left = somebody(roll, version.authors);
      const unknown = version.isAuthor(left) ? null : 'author_not_found';
      const last = version.authors.length === 1 ? 'last_author' : null;
      const refused = notAuthorOrExecutive(version, who) ?? locked(version) ?? unknown ?? last;
      const path = `/versions/${version.id}/authors/${stage.people[left]!.id}`;
      await stage.ask(who, ['DELETE', path], { refused });
      if (!refused) version.authors = version.authors.filter((each) => each !== left);
    },
  }),
  ...wish('cite', {
    weight: 14,
    among: versions,
    ripe: (version) => editable(version) && version.number > 1 && !version.cited,
    run: async (_, stage, version, n) => {
      const who = somebody(dice(n), version.authors);
      const refused = notAuthor(version, who) ?? locked(version);
      const path = `/versions/${version.id}/citations/${stage.themeId}`;
      await stage.ask(who, ['PUT', path], { body: { answer: 'It ends with any month.' }, refused });
      if (!refused) version.cited = true;
    },
  }),
  ...wish('submit', {
    weight: 16,
    among: versions,
    ripe: editable,
    run: async (_, stage, version, n) => {
      const who = somebody(dice(n), version.authors);
      const missing = version.missing();
      const incomplete = missing.length > 0 ? 'version_incomplete' : null;
      const refused = notAuthor(version, who) ?? locked(version) ?? incomplete;
      const { body } = await stage.ask(who, ['POST', `/versions/${version.id}/submission`], { refused });
      if (refused === 'version_incomplete') {
        const told = body.errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`);
        expect(told.toSorted()).toEqual(missing.toSorted());
      }
      if (!refused) version.submit();
    },
  }),
  ...wish('recall', {
    weight: 7,
    among: versions,
    ripe: (version) => version.is('in_review'),
    run: async (_, stage, version, n) => {
      const who = somebody(dice(n), version.authors);
      const refused = notAuthor(version, who) ?? (version.is('in_review') ? null : 'not_in_review');
      await stage.ask(who, ['POST', `/versions/${version.id}/recall`], { refused });
      if (!refused) version.withdraw('draft');
    },
  }),
  ...wish('next', {
    weight: 4,
    among: (model) => [model.newest],
    ripe: (_, model) => !model.openVersion(),
    run: async (model, stage, newest, n) => {
      const who = somebody(dice(n), [...newest.authors, ...executives]);
      const rep = PEOPLE[who]!.role === 'rep' ? 'role_not_allowed' : null;
      const open = model.openVersion() ? 'version_open' : null;
      const refused = rep ?? open ?? notAuthorOrExecutive(newest, who);
      const { body } = await stage.ask(who, ['POST', stage.nextVersion()], { refused });
      if (refused) return;
      const version = model.draft({ ...newest.content, noObjectionsNote: null });
      version.id = body.id;
      version.authors = [...new Set([who, ...newest.authors])];
    },
  }),
};
