import type { Shape } from '../../../api/client';
import type { FormValues, FormField } from '../../../components/forms/Form';
import { useWords } from '../../../i18n';

export type Sender = Shape<'SenderView'>;

const FACTS = [
  'name',
  'address',
  'replyTo',
  'bounceAddress',
  'postalAddress',
  'smtpHost',
  'smtpPort',
  'smtpTls',
  'smtpUser',
  'perMinute',
  'perDay',
  'warmUpFrom',
  'warmUpStart',
  'warmUpGrowth',
  'dkimDomain',
  'dkimSelector',
] as const;
export type SenderDetails = Record<(typeof FACTS)[number], string | number | null>;

export const senderDetails = (sender: Sender): SenderDetails =>
  Object.fromEntries(FACTS.map((name) => [name, sender[name]])) as SenderDetails;

/** Form values have no null: an absent detail is an empty string. */
export const senderFormValues = (sender: Sender): FormValues =>
  Object.fromEntries(Object.entries(senderDetails(sender)).map(([name, value]) => [name, value ?? '']));

/** The inverse: an empty value becomes null. */
export const detailsFromForm = (filled: FormValues): SenderDetails =>
  Object.fromEntries(FACTS.map((name) => [name, filled[name] ?? null])) as SenderDetails;

/** Sends new secrets, and removes a secret together with the login or key it belongs to. */
export function secretsFromForm(
  filled: FormValues,
  sender: Sender,
): { smtpPassword?: string | null; dkimKey?: string | null } {
  const { smtpPassword, dkimKey } = filled as { smtpPassword?: string; dkimKey?: string };
  return {
    ...(smtpPassword ? { smtpPassword } : sender.hasPassword && !filled.smtpUser ? { smtpPassword: null } : {}),
    ...(dkimKey ? { dkimKey } : sender.signs && !filled.dkimSelector ? { dkimKey: null } : {}),
  };
}

/** `known` is the sender being edited. */
export function useSenderFields(known?: Sender): FormField<keyof Shape<'NewSender'>>[] {
  const { admin } = useWords();
  const words = admin.sender;
  return [
    { name: 'name', label: words.from, required: true, hint: words.fromHint },
    { name: 'address', label: words.address, required: true, hint: words.addressHint },
    { name: 'replyTo', label: words.replyTo, hint: words.replyToHint },
    { name: 'bounceAddress', label: words.bounceAddress, hint: words.bounceAddressHint },
    { name: 'postalAddress', label: words.postalAddress, kind: 'lines', hint: words.postalAddressHint },
    { name: 'perMinute', label: words.perMinute, kind: 'number' },
    { name: 'perDay', label: words.perDay, kind: 'number' },
    { name: 'warmUpFrom', label: words.warmUpFrom, kind: 'date', hint: words.warmUpHint },
    { name: 'warmUpStart', label: words.warmUpStart, kind: 'number' },
    { name: 'warmUpGrowth', label: words.warmUpGrowth, kind: 'number' },
    { name: 'smtpHost', label: words.host, hint: words.hostHint },
    { name: 'smtpPort', label: words.port, kind: 'number' },
    {
      name: 'smtpTls',
      label: words.tls,
      kind: 'choice',
      options: ['tls', 'starttls', 'none'].map((value) => ({ value, label: value })),
    },
    { name: 'smtpUser', label: words.user },
    {
      name: 'smtpPassword',
      label: admin.password,
      kind: 'password',
      ...(known?.hasPassword ? { hint: words.secretHint } : {}),
    },
    { name: 'dkimDomain', label: words.dkimDomain, hint: words.dkimDomainHint },
    { name: 'dkimSelector', label: words.dkimSelector },
    { name: 'dkimKey', label: words.dkimKey, kind: 'lines', ...(known?.signs ? { hint: words.secretHint } : {}) },
  ];
}
