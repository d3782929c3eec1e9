import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { anchorsIn, verifySeals, type Anchor, type SealVerdict } from '../operations/index.js';
import { auditWeaknesses, ConfigError, TWO_ROLES_ADVICE } from '../platform/index.js';
import { say, withApplication, type Command } from './command.js';
import { count, progress } from './postgres/progress.js';

export const audit: Command = {
  usage: 'audit verify [--anchors FILE]',
  about: 'say whether the audit trail is as it was sealed, and as the anchors say that left the database (log, mails)',
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { anchors: { type: 'string' } },
    });
    if (positionals.join(' ') !== 'verify') throw new ConfigError(`Usage: ${this.usage}`);
    const anchors = values.anchors === undefined ? [] : await anchorsOf(values.anchors);
    let fits = false;
    const code = await withApplication(async (source) => {
      const verdict = await progress('Verifying', (note) => verifySeals(source, anchors, note));
      report(verdict, anchors.length);
      for (const weakness of await auditWeaknesses(source))
        say(`Not protected from the application: its database role ${weakness}. ${TWO_ROLES_ADVICE}`);
      fits = verdict.problem === null;
    });
    return fits ? code : 1;
  },
};

async function anchorsOf(file: string): Promise<Anchor[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new ConfigError(`${file} cannot be read: ${error.code}.`);
  });
  const anchors = anchorsIn(text);
  if (anchors.length === 0) throw new ConfigError(`${file} holds no anchor ("… audit seal N sha256:…").`);
  return anchors;
}

function report({ problem, seals, entries, newest, unsealed }: SealVerdict, anchors: number): void {
  say(`${count(entries, 'entry', 'entries')} in ${count(seals, 'seal')} fit.`);
  if (problem !== null) return say(problem);
  if (anchors > 0) say(`${count(anchors, 'anchor')} fit.`);
  if (newest)
    say(`Sealed to ${newest.sealedAt.toISOString()}, by seal ${newest.number} with the hash sha256:${newest.hash}.`);
  if (unsealed.entries > 0)
    say(`Not sealed yet: ${count(unsealed.entries, 'entry', 'entries')}, since ${unsealed.since!.toISOString()}.`);
}
