export const STATUSES = ['content', 'changing', 'looking_elsewhere', 'leaving', 'unknown'] as const;
export const NEEDS = ['cost', 'availability', 'quality', 'speed', 'people', 'risk', 'growth', 'none'] as const;

/** The state of an account: as a rep assumes it, or as the customer describes it. */
export interface AccountPicture {
  status: (typeof STATUSES)[number];
  /** the contact who decides; null: unknown */
  decidesId: string | null;
  needs: (typeof NEEDS)[number][];
}

/** Of status, who decides and needs: how many were otherwise than assumed (002-11). */
export function gapOf(assumed: AccountPicture, told: AccountPicture): number {
  const needs = (picture: AccountPicture): string => [...new Set(picture.needs)].toSorted().join();
  return [assumed.status !== told.status, assumed.decidesId !== told.decidesId, needs(assumed) !== needs(told)].filter(
    Boolean,
  ).length;
}
