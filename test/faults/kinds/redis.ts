import type { Fault } from '../faults.js';
import { pause, type Scene } from '../scene.js';
import { under } from './attack.js';

const MAY_BE_WIPED = 'Redis may be wiped at any time: nothing is lost or doubled';

const onRedis = (fault: Omit<Fault, 'promise' | 'queue'>): Fault => ({
  promise: MAY_BE_WIPED,
  queue: 'redis',
  ...fault,
});

export const redis: Fault[] = [
  onRedis({
    name: 'flushall',
    does: 'FLUSHALL, again and again',
    short: 'redis',
    unknown: 0,
    run: (scene) => under(scene, (s) => strike(s, () => s.servers.redis!.command('FLUSHALL')), [300, 2_500]),
  }),
  onRedis({
    name: 'redis-killed',
    does: 'kill -9 of Redis, which comes back empty after 0 to 5 s',
    unknown: 0,
    run: (scene) => under(scene, (s) => strike(s, () => s.servers.redis!.restart()), [1_000, 5_000]),
  }),
  onRedis({
    name: 'redis-hung',
    does: 'SIGSTOP of Redis for 1 to 40 s',
    unknown: 0,
    run: (scene) =>
      under(
        scene,
        (s) =>
          strike(s, async () => {
            s.servers.redis!.signal('SIGSTOP');
            await pause(s.chance.of([1_000, 5_000, 40_000]));
            s.servers.redis!.signal('SIGCONT');
          }),
        [500, 3_000],
      ),
  }),
  onRedis({
    name: 'redis-full',
    does: 'no memory left for Redis (maxmemory 1, noeviction) for 2 to 8 s',
    unknown: 0,
    run: (scene) =>
      under(
        scene,
        (s) =>
          strike(s, async () => {
            await s.servers.redis!.command('CONFIG', 'SET', 'maxmemory', '1');
            await pause(s.chance.between(2_000, 8_000));
            await s.servers.redis!.command('CONFIG', 'SET', 'maxmemory', '0');
          }),
        [500, 3_000],
      ),
  }),
];

async function strike(scene: Scene, act: () => Promise<unknown>): Promise<void> {
  await act();
  scene.injected += 1;
}
