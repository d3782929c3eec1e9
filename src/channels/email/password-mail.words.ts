import type { LinkLanguage, LinkPurpose } from '../../identity/index.js';

interface LinkWords {
  subject: string;
  before: string;
  button: string;
  after: string;
}

type PasswordMailWords = Record<LinkPurpose, LinkWords> & { greeting: (name: string) => string };

export const PASSWORD_MAIL_WORDS: Record<LinkLanguage, PasswordMailWords> = {
  en: {
    greeting: (name) => `Dear ${name},`,
    invitation: {
      subject: 'Your access to Overture',
      before: 'You have been given access to Overture. Choose your password with this link:',
      button: 'Choose a password',
      after: 'The link works once, for 72 hours. If it has expired, ask your administrator for a new one.',
    },
    reset: {
      subject: 'A new password for Overture',
      before: 'A new password for Overture was asked for. Choose it with this link:',
      button: 'Choose a new password',
      after: 'The link works once, for 30 minutes. If you did not ask for it, ignore this email: your password stays.',
    },
  },
  de: {
    greeting: (name) => `Guten Tag ${name},`,
    invitation: {
      subject: 'Ihr Zugang zu Overture',
      before: 'Sie haben Zugang zu Overture erhalten. Wählen Sie mit diesem Link Ihr Passwort:',
      button: 'Passwort wählen',
      after:
        'Der Link gilt einmal und 72 Stunden lang. Ist er abgelaufen, bitten Sie Ihre Administration um einen neuen.',
    },
    reset: {
      subject: 'Ein neues Passwort für Overture',
      before: 'Für Overture wurde ein neues Passwort angefordert. Wählen Sie es mit diesem Link:',
      button: 'Neues Passwort wählen',
      after:
        'Der Link gilt einmal und 30 Minuten lang. Haben Sie ihn nicht angefordert, ignorieren Sie diese E-Mail: Ihr Passwort bleibt.',
    },
  },
};
