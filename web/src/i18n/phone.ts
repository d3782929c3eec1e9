/** A stored phone as a person reads it: `+12065550142;ext=143` is +12065550142 ext. 143. Links dial the stored form. */
export const readablePhone = (phone: string): string => phone.replace(';ext=', ' ext. ');
