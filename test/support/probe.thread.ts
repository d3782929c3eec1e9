/** What a task of the tests does with its thread: keeps it busy for `spin` milliseconds, fills its memory, fails. */
export default function probe(task: { spin?: number; fill?: boolean; echo?: string; fail?: string }): string {
  const until = Date.now() + (task.spin ?? 0);
  while (Date.now() < until);
  const kept: number[][] = [];
  while (task.fill) kept.push(Array.from({ length: 100_000 }, () => Math.random()));
  if (task.fail) throw new Error(task.fail);
  return task.echo ?? '';
}
