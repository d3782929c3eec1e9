import { answerLink, type Json, type Person } from './api.js';
import type { Chance } from './chance.js';
import { away, bounce, reply } from './mails.js';

/** What becomes of a hundred mails. A simulation: these figures are invented. */
const FATES = [
  ['page', 9],
  ['reply', 3],
  ['away', 2],
  ['silence', 86],
] as const;
/** Of a hundred addresses, how many nobody has. */
const DEAD = 0.015;
const READERS = 4;
const ANSWERS = [
  ['interested', 30],
  ['not_now', 8],
  ['not_before', 10],
  ['wrong_person', 14],
  ['not_a_fit', 24],
  ['stop', 14],
] as const;
const REPLIES = [
  'Interesting. Who of yours has done this with a company like ours?',
  'Please call me next week, mornings are best.',
  'We looked at this two years ago and it failed over the interfaces.',
  'Thanks, but our planners would never give this away.',
] as const;
const WORDS = {
  interested: 'Send somebody who knows warehouses.',
  not_a_fit: 'We buy by the project, there is no stock.',
} as Record<string, string>;

/** The buyers’ side: reads every mail that arrived; answers some on the public page, some by mail, as mail systems do. */
export class Buyers {
  private after = '0';
  mails = 0;
  answers = 0;

  constructor(
    private readonly postman: Person,
    private readonly chance: Chance,
  ) {}

  /** Reads what arrived since the last time; how many mails that were. */
  async read(now: Date): Promise<number> {
    let count = 0;
    for (;;) {
      const { items } = await this.postman.get(`/captured-mails?sort=id&limit=500&cursor=${cursorAfter(this.after)}`);
      const unread = [...(items as Json[])];
      // several read at once, each one mail after another
      await Promise.all(
        Array.from({ length: READERS }, async () => {
          for (let mail = unread.shift(); mail; mail = unread.shift()) await this.receive(mail, now);
        }),
      );
      count += items.length;
      if (items.length > 0) this.after = items.at(-1).id;
      if (items.length < 500) return count;
    }
  }

  private async receive(mail: Json, now: Date): Promise<void> {
    this.mails++;
    const who = [mail.recipient as string, mail.subject as string];
    if (this.chance.of('dead', mail.recipient) < DEAD) return this.mail(bounce(mail, now));
    switch (this.chance.pick(FATES, 'fate', ...who)) {
      case 'page':
        return this.answer(mail, who, now);
      case 'reply':
        return this.mail(reply(mail, now, REPLIES[Math.floor(this.chance.of('words', ...who) * REPLIES.length)]!));
      case 'away':
        return this.mail(away(mail, now, 2 + Math.floor(this.chance.of('days', ...who) * 8)));
      case 'silence':
    }
  }

  private async mail(text: string): Promise<void> {
    await this.postman.deliver(text);
    this.answers++;
  }

  private async answer(mail: Json, who: string[], now: Date): Promise<void> {
    const link = /https?:\/\/\S+\/r\/[\w-]+/.exec(mail.text)?.[0];
    if (!link) throw new Error(`The mail to ${mail.recipient} bears no link.`);
    const choice = this.chance.pick(ANSWERS, 'choice', ...who);
    await answerLink(link, {
      choice,
      ...(WORDS[choice] ? { words: WORDS[choice] } : {}),
      ...(choice === 'not_before' ? { notBefore: new Date(now.getTime() + 6 * 86_400_000).toISOString() } : {}),
      ...(choice === 'wrong_person' && this.chance.of('knows', ...who) < 0.6
        ? { name: 'Jo Colleague', email: `jo.colleague@${mail.recipient.split('@')[1]}` }
        : {}),
    });
    this.answers++;
  }
}

/** A cursor is what a listing gave; this one stands before the first mail that was not read. */
function cursorAfter(id: string): string {
  return Buffer.from(JSON.stringify(['id', id, id])).toString('base64url');
}
