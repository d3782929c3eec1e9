import { pause, type Scene } from '../scene.js';

/** Campaign after campaign, with `strike` again and again while they run, until there were as many faults as asked for. */
export async function under(
  scene: Scene,
  strike: (scene: Scene) => Promise<void>,
  [least, most]: [number, number],
): Promise<void> {
  do {
    await scene.launch();
    await scene.during(async (over) => {
      while (!over()) {
        await pause(scene.chance.between(least, most));
        await scene.whole(over);
        if (over()) return;
        await strike(scene);
      }
    });
  } while (scene.injected < scene.amount.rounds);
}
