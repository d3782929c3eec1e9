import { appendFileSync } from 'node:fs';

/**
 * A test that tries every one of `inputs`. `withstand` throws where one of them got through. `npm run security` shows
 * each attack as a row of its table.
 */
export function attack<T>(
  name: string,
  inputs: readonly T[],
  withstand: (input: T) => unknown,
  timeout?: number,
): void {
  test(
    name,
    async () => {
      const found: string[] = [];
      for (const input of inputs)
        try {
          await withstand(input);
        } catch (error) {
          found.push(`${show(input)}: ${(error as Error).message}`);
        }
      note({ tries: inputs.length, found: found.length });
      // an attack that tries nothing proves nothing
      expect(inputs.length).toBeGreaterThan(0);
      expect(found).toEqual([]);
    },
    timeout,
  );
}

function note(counts: { tries: number; found: number }): void {
  const file = process.env.OVERTURE_ATTACKS;
  const name = expect.getState().currentTestName;
  if (file) appendFileSync(file, `${JSON.stringify({ name, ...counts })}\n`);
}

function show(input: unknown): string {
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  return text.length > 200 ? `${text.slice(0, 200)}… (${text.length} characters)` : text;
}
