import type { Fault } from '../faults.js';
import { pause, type Scene } from '../scene.js';
import { under } from './attack.js';

const SENT_ONCE = 'no message is handed to SMTP twice; each ambiguous one is listed as unknown';

/** Some of the messages of a while meet it. */
async function some(scene: Scene, set: (hit: () => boolean) => void, share: number): Promise<void> {
  set(() => {
    const hit = scene.chance.next() < share;
    if (hit) scene.injected += 1;
    return hit;
  });
  await pause(scene.chance.between(500, 2_000));
  set(() => false);
}

export const smtp: Fault[] = [
  {
    name: 'closes-after-the-dot',
    promise: SENT_ONCE,
    does: 'the mail server takes a message and cuts the line instead of answering',
    short: 'redis',
    run: (scene) => under(scene, (s) => some(s, (hit) => (s.mail.hangUp = hit), 0.2), [100, 1_000]),
  },
  {
    name: 'hangs-after-the-dot',
    promise: SENT_ONCE,
    does: 'the mail server takes a message and never answers',
    amount: { enrolments: 200 },
    run: (scene) => under(scene, (s) => some(s, (hit) => (s.mail.fallSilent = hit), 0.03), [100, 1_000]),
  },
  {
    name: 'answers-4xx',
    promise: SENT_ONCE,
    does: 'the mail server answers 421 or 451 now and then',
    unknown: 0,
    amount: { enrolments: 200 },
    run: async (scene) => {
      const words = ['421 too many connections', '451 try again later'];
      await scene.programs.sql(
        'INSERT INTO clock (anchor_wall, anchor_app, rate, catches_up) VALUES (clock_timestamp(), app_now(), 600, false)',
      );
      await under(
        scene,
        (s) => some(s, (hit) => (s.mail.refuse = () => (hit() ? s.chance.of(words) : undefined)), 0.3),
        [100, 1_000],
      );
    },
  },
];
