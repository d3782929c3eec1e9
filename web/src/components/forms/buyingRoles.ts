import type { Shape } from '../../api/client';
import { en } from '../../i18n/en';

export type BuyingRole = Shape<'NewPersonBody'>['role'];

/** Every part that somebody plays in buying, in the order of the catalogue. */
export const BUYING_ROLES = Object.keys(en.terms.role) as BuyingRole[];
