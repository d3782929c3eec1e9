export interface Target {
  name: string;
  about: string;
  /** headers that mean it, folded: lower case, letters and digits only */
  headers: string[];
}

/** `headers`: separated by blanks */
export const target = (name: string, about: string, headers = ''): Target => ({
  name,
  about,
  headers: headers.split(' ').filter(Boolean),
});
