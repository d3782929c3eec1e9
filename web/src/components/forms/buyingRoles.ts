import type { Shape } from '../../api/client';
import { en } from '../../i18n/en';

export type BuyingRole = Shape<'NewPersonBody'>['role'];

/** All buying roles, in catalogue order. */
export const BUYING_ROLES = Object.keys(en.terms.role) as BuyingRole[];
