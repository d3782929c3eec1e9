import type { ScreenPath } from '../components/layout/ScreenLink';
import type { Words } from '../i18n';
import type { RoleName } from './session';

export interface NavItem {
  name: keyof Words['shell']['nav'];
  to: ScreenPath;
  /** pressed after G */
  key: string;
  /** roles that see it; all roles by default */
  roles?: RoleName[];
}

/** In menu order: own work, propositions, customers, results. */
export const NAV_ITEMS: NavItem[] = [
  { name: 'home', to: '/', key: 'h' },
  { name: 'work', to: '/work', key: 'q', roles: ['rep', 'manager'] },
  { name: 'tasks', to: '/tasks', key: 't' },
  { name: 'propositions', to: '/propositions', key: 'p' },
  { name: 'approvals', to: '/approvals', key: 'a', roles: ['executive', 'sales_ops', 'manager', 'admin'] },
  { name: 'organizations', to: '/organizations', key: 'o' },
  { name: 'imports', to: '/imports', key: 'i', roles: ['sales_ops', 'admin'] },
  { name: 'cohorts', to: '/cohorts', key: 'b' },
  { name: 'checkIns', to: '/check-ins', key: 'k', roles: ['rep', 'manager', 'sales_ops', 'executive'] },
  { name: 'plays', to: '/plays', key: 'y', roles: ['executive', 'sales_ops', 'manager', 'admin'] },
  { name: 'campaigns', to: '/campaigns', key: 'c' },
  { name: 'feedback', to: '/feedback', key: 'f' },
  { name: 'results', to: '/results', key: 'r' },
  { name: 'lessons', to: '/lessons', key: 'l' },
  { name: 'mail', to: '/mail', key: 'm', roles: ['sales_ops', 'manager', 'admin'] },
  { name: 'admin', to: '/admin', key: 'x', roles: ['admin'] },
];
