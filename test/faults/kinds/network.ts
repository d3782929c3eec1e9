import type { Fault } from '../faults.js';
import { pause, type Scene } from '../scene.js';
import type { Wire } from '../wire.js';
import { under } from './attack.js';

const SENT_ONCE = 'no message is handed to SMTP twice; each ambiguous one is listed as unknown';
const COSTS_A_RETRY = 'a PostgreSQL restart or cut connection costs a retry, not an enrolment';

type Place = 'postgres' | 'redis' | 'smtp';

async function hurt(scene: Scene, place: Place, act: (wire: Wire) => void, milliseconds: number): Promise<void> {
  const wire = scene.wires[place];
  if (!wire) return;
  act(wire);
  scene.injected += 1;
  await pause(milliseconds);
  wire.mood = 'fine';
}

const wireOf = (
  place: Place,
  name: string,
  does: string,
  act: (wire: Wire) => void,
  seconds: [number, number],
): Fault => ({
  name: `${name}-${place}`,
  promise: place === 'postgres' ? COSTS_A_RETRY : SENT_ONCE,
  does: `${does} between the programs and ${{ postgres: 'PostgreSQL', redis: 'Redis', smtp: 'the mail server' }[place]}`,
  wired: true,
  ...(place === 'redis' ? { queue: 'redis' as const } : {}),
  run: (scene) =>
    under(scene, (s) => hurt(s, place, act, s.chance.between(seconds[0] * 1000, seconds[1] * 1000)), [500, 3_000]),
});

// it is noticed after 70 s (PostgreSQL) and 15 s (Redis): who cuts every line more often lets nothing through at all
export const network: Fault[] = [
  wireOf('postgres', 'reset', 'half of the connections are reset', (wire) => wire.reset(0.5), [0, 1]),
  wireOf('postgres', 'half-open', 'the other side goes and nobody is told', (wire) => wire.halfOpen(), [70, 90]),
  wireOf('postgres', 'blackhole', 'nothing passes for 2 to 20 s', (wire) => (wire.mood = 'blackhole'), [2, 20]),
  wireOf('postgres', 'latency', '200 ms each way for 1 to 5 s', (wire) => (wire.mood = 'slow'), [1, 5]),
  wireOf('redis', 'reset', 'half of the connections are reset', (wire) => wire.reset(0.5), [0, 1]),
  wireOf('redis', 'half-open', 'the other side goes and nobody is told', (wire) => wire.halfOpen(), [15, 20]),
  wireOf('redis', 'blackhole', 'nothing passes for 2 to 20 s', (wire) => (wire.mood = 'blackhole'), [2, 20]),
  wireOf('smtp', 'reset', 'half of the connections are reset', (wire) => wire.reset(0.5), [0, 1]),
  wireOf(
    'smtp',
    'silent',
    'it never greets, and answers nothing, for 2 to 20 s',
    (wire) => (wire.mood = 'blackhole'),
    [2, 20],
  ),
  wireOf('smtp', 'drip', 'one byte a second for 2 to 10 s', (wire) => (wire.mood = 'drip'), [2, 10]),
];
