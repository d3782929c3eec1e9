import { ContactPolicy, type PolicyFacts, type CampaignPace } from './contact-policy.js';

const now = new Date('2026-11-24T10:00:00Z');
const pace: CampaignPace = {
  activePerOrganization: 2,
  hoursBetweenTouches: 20,
  hoursBetweenContactTouches: 24,
  dayStarts: '09:00:00',
  dayEnds: '17:00:00',
  workingDays: [1, 2, 3, 4, 5],
  closed: new Set(),
};
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const facts = (more: Partial<PolicyFacts> = {}): PolicyFacts => ({
  pending: true,
  organizationId: 'o',
  contactId: 'c',
  zone: 'UTC',
  country: null,
  notBefore: null,
  ...more,
});
const gate = (
  organizations: [string, Date | null][] = [],
  contacts: [string, Date | null][] = [],
  active: [string, number][] = [],
  changed: Partial<CampaignPace> = {},
) => new ContactPolicy(now, { ...pace, ...changed }, new Map(organizations), new Map(contacts), new Map(active));

test('nothing stands in the way of a first touch in working hours', () => {
  expect(gate().ask(facts())).toEqual({ pass: true });
});

test('an organization is not touched again before its hours are over, no matter who in it', () => {
  expect(gate([['o', hoursAgo(5)]]).ask(facts({ contactId: 'colleague' }))).toEqual({
    pass: false,
    until: new Date(now.getTime() + 15 * 3_600_000),
    why: 'organization_pace',
  });
});

test('a person is not touched again within a day, in any campaign or organization', () => {
  expect(gate([], [['c', hoursAgo(23)]]).ask(facts({ organizationId: 'elsewhere' }))).toMatchObject({
    why: 'contact_frequency',
  });
});

test('a third colleague waits until one of two is done; those under way go on', () => {
  expect(gate([], [], [['o', 2]]).ask(facts())).toMatchObject({ why: 'organization_busy' });
  expect(gate([], [], [['o', 2]]).ask(facts({ pending: false }))).toEqual({ pass: true });
});

test('one batch cannot swamp an organization: the second colleague in it is put off', () => {
  const one = gate();
  expect(one.ask(facts())).toEqual({ pass: true });
  one.touched(facts());
  expect(one.ask(facts({ contactId: 'colleague' }))).toMatchObject({ pass: false, why: 'organization_pace' });
});

test('one batch counts the people it makes active', () => {
  const one = gate([], [], [['o', 1]], { hoursBetweenTouches: 0 });
  one.touched(facts());
  expect(one.ask(facts({ contactId: 'colleague' }))).toMatchObject({ why: 'organization_busy' });
});

test('a wish not to be contacted before a day is kept', () => {
  const wish = new Date('2026-12-24T00:00:00Z');
  expect(gate().ask(facts({ notBefore: wish }))).toEqual({ pass: false, until: wish, why: 'not_before' });
});

test('one whose zone is not known waits, is asked again within the hour, and says why', () => {
  expect(gate().ask(facts({ zone: null, country: null }))).toEqual({
    pass: false,
    until: new Date(now.getTime() + 3_600_000),
    why: 'time_zone_unknown',
  });
});
