import type { Words } from '../translated';

export const campaigns: Words['campaigns'] = {
  name: 'Kampagne',
  state: 'Stand',
  launched: 'Gestartet',
  created: 'Angelegt',
  none: 'Noch keine Kampagne',
  noneYet:
    'Eine Kampagne trägt ein gültiges Angebot zu einer eingefrorenen Kohorte. Frieren Sie zuerst eine Kohorte ein, und starten Sie von dort.',
};
