/** Only changed fields are saved, so that a concurrent change of another field is not overwritten. */
export const changedFields = <T extends object>(now: T, read: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(read[name as keyof T])),
  ) as Partial<T>;
