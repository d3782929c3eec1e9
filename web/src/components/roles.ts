import type { Shape } from '../api/client';
import { en } from '../i18n/en';

export type Role = Shape<'NewPersonBody'>['role'];

/** Every part that somebody plays in buying, in the order of the catalogue. */
export const ROLES = Object.keys(en.terms.role) as Role[];
