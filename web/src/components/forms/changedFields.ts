/** What somebody changed of what they read: only that is saved, so that nobody else's change of another field is undone. */
export const changedFields = <T extends object>(now: T, read: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(read[name as keyof T])),
  ) as Partial<T>;
