import { ended, type Batch, type MessageState } from './facts.js';
import type { Model } from './model.js';
import type { MessageRow, Rows } from './rows.js';
import type { Stage } from './stage.js';

/**
 * Reads the rows, holds them against the promises, and against the model where that `knows` what should have become of everybody; lets
 * the model go on from what is.
 */
export async function compare(model: Model, stage: Stage, knows = true): Promise<void> {
  const rows = await stage.read();
  model.now = rows.now;
  const unforeseen: string[] = [];
  compareEnrolments(model, stage, unforeseen);
  compareMessages(model, stage, rows, unforeseen);
  compareCampaigns(model, stage, rows, unforeseen);
  const wrong = knows ? unforeseen : [];
  model.tasks = rows.tasks.map(({ id, kind, campaign, contact }) => ({
    id,
    kind,
    campaign: stage.campaignOf(campaign),
    person: stage.personOf(contact),
  }));
  promises(model, rows, wrong);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}

function compareEnrolments(model: Model, stage: Stage, wrong: string[]): void {
  for (const enrolment of model.enrolments) {
    const row = stage.rowOf(enrolment);
    const is = row ? [row.state, row.reason].filter(Boolean).join(' ') : 'not enrolled';
    if (!enrolment.may.has(is))
      wrong.push(
        `${nameOf(enrolment)} was "${enrolment.is}" and is "${is}", not one of: ${[...enrolment.may].join(', ')}`,
      );
    enrolment.is = is;
    if (!is.startsWith('paused')) enrolment.until = null;
  }
  if (stage.rows.enrolments.length > model.enrolments.length) wrong.push('Somebody is enrolled who should not be');
}

function compareMessages(model: Model, stage: Stage, rows: Rows, wrong: string[]): void {
  for (const message of model.messages) {
    const row = rows.messages.find(({ id }) => id === message.id);
    const is = row ? stateOf(row) : 'gone';
    if (!message.may.has(is))
      wrong.push(
        `The message ${message.step} to ${nameOf(message.enrolment)} was ${message.is} and is ${is}, not one of: ${[...message.may].join(', ')}`,
      );
    message.is = is;
    if (row) message.at = row.at;
  }
  model.messages = model.messages.filter(({ is }) => is !== 'gone');
  for (const row of rows.messages.filter(({ id }) => !model.messages.some((message) => message.id === id))) {
    const campaign = stage.campaignOf(row.campaign);
    const person = stage.personOf(row.contact);
    const enrolment = model.enrolments.find((each) => each.campaign === campaign && each.person === person)!;
    const fine = model.writes && row.state === 'queued' && model.running(enrolment) && enrolment.is === 'active';
    if (!fine || !model.personOf(enrolment).reachable)
      wrong.push(`A message ${row.step} to ${nameOf(enrolment)}, who is "${enrolment.is}", came to be`);
    if (model.waits(enrolment))
      wrong.push(`A message ${row.step} to ${nameOf(enrolment)}, whose wave waits, came to be`);
    const is = stateOf(row);
    model.messages.push({
      id: row.id,
      enrolment,
      step: row.step,
      is,
      may: new Set(),
      left: 0,
      returned: null,
      at: row.at,
    });
  }
}

function compareCampaigns(model: Model, stage: Stage, rows: Rows, wrong: string[]): void {
  for (const [n, campaign] of model.campaigns.entries()) {
    const row = rows.campaigns.find(({ id }) => id === stage.campaigns[n])!;
    const wave = model.writes && campaign.state === 'running' ? settleWaves(model, n) : null;
    const open =
      model.enrolments.some((enrolment) => enrolment.campaign === n && (!ended(enrolment) || model.waits(enrolment))) ||
      model.where('queued', 'claimed', 'begun').some(({ enrolment }) => enrolment.campaign === n);
    if (wave === 'due') campaign.state = 'in_review';
    if (row.state === 'completed' && campaign.state === 'running' && model.writes) campaign.state = 'completed';
    if (campaign.state === 'completed' && open) wrong.push(`Campaign ${n} is completed, and somebody has no end`);
    if (campaign.state === 'running' && model.writes && !open) wrong.push(`Campaign ${n} is over and not completed`);
    if (row.state !== campaign.state) wrong.push(`Campaign ${n} is ${row.state}, not ${campaign.state}`);
    if (row.held !== (campaign.state === 'paused'))
      wrong.push(`Campaign ${n} is ${row.state}, its tasks held: ${row.held}`);
    if (row.version !== stage.versionId) wrong.push(`Campaign ${n} takes out another version`);
  }
  if (rows.version.state !== model.version.state)
    wrong.push(`The version is ${rows.version.state}, not ${model.version.state}`);
}

/** Lets a hold-out go whose time is over; says whether it is time for a look at the first wave. */
function settleWaves(model: Model, n: number): 'due' | null {
  const campaign = model.campaigns[n]!;
  if (campaign.heldOut.length > 0 && campaign.heldOutUntil <= model.now) campaign.released.add('held_out');
  if (campaign.second.length === 0 || campaign.released.has('second')) return null;
  const under = model.enrolments.some(
    ({ campaign: of, wave, is }) => of === n && wave === 'first' && (is === 'pending' || is === 'active'),
  );
  return under ? null : 'due';
}

/** What holds at every moment, whatever happened. */
function promises(model: Model, rows: Rows, wrong: string[]): void {
  for (const id of rows.skipped) wrong.push(`${id} is neither enrolled nor excluded with a reason`);
  for (const { step, enrolment, left } of model.messages)
    if (left > 1) wrong.push(`The message ${step} to ${nameOf(enrolment)} was handed over ${left} times`);
  const steps = rows.messages.map(({ campaign, contact, step }) => `${campaign} ${contact} ${step}`);
  if (new Set(steps).size < steps.length) wrong.push('A step has two messages');
  const states = new Map(rows.campaigns.map(({ id, state }) => [id, state]));
  for (const row of rows.enrolments) {
    const says = row.reason !== null || row.state === 'bounced' || row.state === 'opted_out';
    if (row.ended_at && !says) wrong.push(`An end without a reason: ${JSON.stringify(row)}`);
    const under = states.get(row.campaign);
    const goes = row.state === 'pending' || row.state === 'active';
    history(row, wrong);
    if (row.waits || row.held_out) untouched(row, rows, wrong);
    else if (under === 'running' && goes && row.next_action_at === null && !waits(row, rows))
      wrong.push(`Nobody will ever look at ${JSON.stringify(row)}`);
    if (row.ended_at && rows.messages.some((message) => isOf(message, row) && message.state === 'queued'))
      wrong.push(`A message waits for somebody whose part is over: ${JSON.stringify(row)}`);
  }
  for (const row of rows.messages.filter(({ state }) => state === 'queued'))
    if (states.get(row.campaign) === 'aborted') wrong.push(`A message waits in an aborted campaign: ${row.id}`);
}

/** Each change begins where the one before ended, none was made past the transitions, and the last says what the row says. */
function history(row: Rows['enrolments'][number], wrong: string[]): void {
  let is = 'pending';
  for (const event of row.history) {
    if (event.was !== is.split(' ')[0] || event.what === 'changed_directly')
      wrong.push(`A change without an event before ${JSON.stringify(event)} of ${row.id}, which was ${is}`);
    is = event.is;
  }
  if (is !== [row.state, row.reason].filter(Boolean).join(' '))
    wrong.push(`The last event says ${is}: ${JSON.stringify(row)}`);
}

/** Who waits for their wave, or in a hold-out, is neither written to nor called. */
function untouched(row: Rows['enrolments'][number], { messages, tasks }: Rows, wrong: string[]): void {
  if (
    messages.some((message) => isOf(message, row)) ||
    tasks.some((task) => task.enrolment === row.id && TOUCHES.includes(task.kind))
  )
    wrong.push(`Somebody is touched whose wave waits: ${JSON.stringify(row)}`);
}

const TOUCHES = ['call', 'task', 'fix_contact'];
const isOf = (message: MessageRow, row: { campaign: string; contact: string }): boolean =>
  message.campaign === row.campaign && message.contact === row.contact;

/** For a message or a task of the step it stands at. */
function waits(row: Rows['enrolments'][number], { messages, tasks }: Rows): boolean {
  if (row.step_state !== 'in_flight') return false;
  return (
    messages.some(
      (each) => isOf(each, row) && each.step === row.step && /^(queued|sending|unknown)$/.test(each.state),
    ) || tasks.some((each) => each.enrolment === row.id && each.step === row.step)
  );
}

function stateOf({ state, handover }: MessageRow): MessageState {
  if (state !== 'sending') return state as MessageState;
  return handover === 'begun' ? 'begun' : 'claimed';
}

/** What a sender got. */
export function batchOf(model: Model, rows: Rows, key: string): Batch {
  const ids = rows.messages.filter((row) => row.owner_key === key && row.state === 'sending').map(({ id }) => id);
  return { key, messages: model.messages.filter(({ id }) => ids.includes(id)) };
}

const nameOf = ({ campaign, person }: { campaign: number; person: number }): string =>
  `person ${person} in campaign ${campaign}`;
