import { dice, executives, PEOPLE, somebody } from './model.js';
import { wish } from './stage.js';
import { ENDED, type Decision, type Version } from './version.js';

const DECISIONS: Decision[] = [
  'reject',
  'approve_with_changes',
  'approve_with_changes',
  ...Array<Decision>(17).fill('approve'),
];
const DEPARTMENTS = ['logistics', 'finance'];

const notAuthorOrExecutive = (version: Version, who: number): string | null =>
  version.isExecutive(who) || version.isAuthor(who) ? null : 'not_an_author';
const notOf = (who: number, roles: string[]): string | null =>
  roles.includes(PEOPLE[who]!.role) ? null : 'role_not_allowed';
const leads = (who: number, department: string): boolean =>
  PEOPLE[who]!.role === 'executive' && PEOPLE[who]!.department === department;

/** What those do who decide on what others wrote, and who see to it that it can be kept. */
export const deciders = {
  ...wish('object', {
    weight: 1,
    among: (model) => model.versions,
    ripe: (version) => !version.is(...ENDED),
    run: async (_, stage, version, n) => {
      const who = dice(n)(PEOPLE.length);
      const refused = version.is(...ENDED) ? 'too_late_to_object' : null;
      const body = { text: 'We lose our orders.', severity: 'low' };
      await stage.ask(who, ['POST', `/versions/${version.id}/internal-objections`], { body, refused });
      if (!refused) version.internalObjections++;
    },
  }),
  ...wish('decide', {
    weight: 30,
    among: (model) => model.approvals(),
    ripe: ({ approval }) => approval.state === 'pending',
    run: async (_, stage, { version, approval }, n) => {
      const roll = dice(n);
      const may = version.deciders(approval.department);
      const who = somebody(roll, may);
      const decision = DECISIONS[roll(DECISIONS.length)]!;
      const note = decision === 'approve' || roll(5) === 0 ? null : 'Half of it would do.';
      const silent = decision !== 'approve' && note === null ? 'note_missing' : null;
      const noSeat = may.includes(who) ? null : 'not_yours_to_decide';
      const same = approval.state === decision && approval.by === who && approval.note === note;
      const late = same || approval.state === 'pending' ? null : 'already_decided';
      const refused = notOf(who, ['executive', 'manager']) ?? silent ?? noSeat ?? late;
      const id = await stage.approvalOf(version, approval);
      await stage.ask(who, ['PUT', `/approvals/${id}/decision`], { body: { decision, note }, refused });
      if (!refused && !same) version.decide(approval, decision, who, note);
    },
  }),
  ...wish('commit', {
    weight: 2,
    among: (model) => model.versions,
    ripe: (version) => !version.is('live', ...ENDED),
    run: async (_, stage, version, n) => {
      const roll = dice(n);
      const who = somebody(roll, [...version.authors, ...executives]);
      const owner = roll(PEOPLE.length);
      const [department, required] = [DEPARTMENTS[roll(2)]!, roll(3) > 0];
      const late = version.is('live', ...ENDED) ? 'too_late_to_commit' : null;
      const refused = notAuthorOrExecutive(version, who) ?? late;
      const ownerId = stage.people[owner]!.id;
      const body = { department, text: 'Open the stock interface.', ownerId, dueOn: '2030-01-31', required };
      const made = await stage.ask(who, ['POST', `/versions/${version.id}/mobilisation-items`], { body, refused });
      if (refused) return;
      version.mobilisationItems.push({ id: made.body.id, department, owner, required, state: 'open', because: null });
      version.mobilise();
    },
  }),
  ...wish('complete', {
    weight: 6,
    among: (model) => model.mobilisationItems(),
    ripe: ({ mobilisationItem }) => mobilisationItem.state === 'open',
    run: async (_, stage, { mobilisationItem }, n) => {
      const roll = dice(n);
      const who = somebody(roll, [mobilisationItem.owner]);
      const evidence = ['It runs.', 'Go and see.'][roll(2)]!;
      const mine = mobilisationItem.owner === who || leads(who, mobilisationItem.department);
      const same = mobilisationItem.state === 'done' && mobilisationItem.because === evidence;
      const closed = mobilisationItem.state === 'open' || same ? null : 'mobilisation_item_closed';
      const refused = mine ? closed : 'not_yours_to_complete';
      await stage.ask(who, ['PUT', `/mobilisation-items/${mobilisationItem.id}/completion`], {
        body: { evidence },
        refused,
      });
      if (!refused) Object.assign(mobilisationItem, { state: 'done', because: evidence });
    },
  }),
  ...wish('waive', {
    weight: 6,
    among: (model) => model.mobilisationItems(),
    ripe: ({ mobilisationItem }) => mobilisationItem.state === 'open',
    run: async (_, stage, { mobilisationItem }, n) => {
      const { department, state, because } = mobilisationItem;
      const who = somebody(
        dice(n),
        executives.filter((each) => leads(each, department)),
      );
      const reason = 'The pilot works without.';
      const same = state === 'waived' && because === reason;
      const closed = state === 'open' || same ? null : 'mobilisation_item_closed';
      const refused = notOf(who, ['executive']) ?? (leads(who, department) ? closed : 'not_yours_to_waive');
      await stage.ask(who, ['PUT', `/mobilisation-items/${mobilisationItem.id}/waiver`], { body: { reason }, refused });
      if (!refused) Object.assign(mobilisationItem, { state: 'waived', because: reason });
    },
  }),
  ...wish('goLive', {
    weight: 14,
    among: (model) => model.versions,
    ripe: (version) => version.is('approved', 'mobilising'),
    run: async (model, stage, version, n) => {
      const who = somebody(dice(n), [...version.authors, ...executives]);
      const { live } = model;
      const ready = version.is('approved', 'mobilising') ? null : 'not_approved';
      const open = version.open().length > 0 ? 'not_mobilised' : null;
      const newer = live && live.number > version.number ? 'newer_is_live' : null;
      const may = notOf(who, ['executive', 'manager']) ?? notAuthorOrExecutive(version, who);
      const refused = may ?? ready ?? open ?? newer;
      await stage.ask(who, ['POST', `/versions/${version.id}/going-live`], { refused });
      if (refused) return;
      live?.become('superseded');
      version.become('live');
    },
  }),
  ...wish('retire', {
    weight: 1,
    among: (model) => model.versions,
    ripe: (version) => !version.is('in_review', ...ENDED),
    run: async (_, stage, version, n) => {
      const who = somebody(dice(n), executives);
      const over = version.is('in_review', ...ENDED) ? 'cannot_retire' : null;
      const refused = notOf(who, ['executive']) ?? over;
      const body = { reason: 'Nothing has to change.' };
      await stage.ask(who, ['POST', `/versions/${version.id}/retirement`], { body, refused });
      if (!refused) version.become('retired');
    },
  }),
};
