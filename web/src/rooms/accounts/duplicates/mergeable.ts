/** What can be merged: their paths of the API have one shape. */
export type Mergeable = 'contacts' | 'organizations';

/** A record as a person recognises it. */
export interface MergeableRecord {
  id: string;
  name: string;
  /** what else tells it from another: an address, a place; null where it is not known */
  details: (string | null)[];
}

/** Two records that may be one. */
export interface Pair {
  one: MergeableRecord;
  other: MergeableRecord;
  /** why, in words */
  why: string;
}

export const mergesPath = (of: Mergeable) => `/api/v1/${of}/{id}/merges` as '/api/v1/organizations/{id}/merges';
export const previewPath = (of: Mergeable) =>
  `/api/v1/${of}/{id}/merge-previews` as '/api/v1/organizations/{id}/merge-previews';
export const undoPath = (of: Mergeable) =>
  `/api/v1/${of}/{id}/merges/{mergeId}/undo` as '/api/v1/organizations/{id}/merges/{mergeId}/undo';
