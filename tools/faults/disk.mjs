import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { atEnd } from '../processes/life.mjs';

const run = promisify(execFile);

/** A disk of so many megabytes (of memory) in this folder, which can be filled: `{ fill(), free(), unmount() }`; null where we may not mount. */
export function mountDisk(folder, megabytes) {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return null;
  }
  const unmount = async () => {
    forget();
    await run('umount', [folder]);
    rmSync(folder, { recursive: true, force: true });
  };
  const forget = atEnd(unmount);
  const ballast = join(folder, 'ballast');
  return {
    unmount,
    /** To the last block. */
    async fill() {
      for (const block of ['1M', '4k'])
        await run('dd', ['if=/dev/zero', `of=${ballast}`, `bs=${block}`, 'oflag=append', 'conv=notrunc']).catch(
          (error) => {
            if (!/No space left/.test(error.stderr)) throw error;
          },
        );
    },
    async free() {
      rmSync(ballast, { force: true });
    },
  };
}
