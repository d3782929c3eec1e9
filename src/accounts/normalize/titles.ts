import type { Role } from '../../../libs/plays/index.js';

/** Which buying role a job title suggests, the strongest first. A guess: a person's entry overrules it. */
const TITLES: [RegExp, Role][] = [
  [/^(owner|proprietor|founder|co-?founder)\b/, 'economic_buyer'],
  [/\b(assistant|secretary|receptionist)\b/, 'gatekeeper_appointed'],
  [/\b(owner|proprietor|founder|co-?founder|managing partner|inhaber)\b/, 'economic_buyer'],
  [/\b(cfo|chief financial|finance director|director of finance|vp finance|treasurer|controller)\b/, 'economic_buyer'],
  [
    /\b(ceo|chief executive|president|chair(man|woman|person)?|general manager|managing director|geschaftsfuhrer(in)?)\b(?<!vice president)/,
    'executive_sponsor',
  ],
  [/\b(legal|counsel|compliance|contracts?)\b/, 'legal_procurement'],
  [/\b(procurement|purchas(ing|er)|buyer|buying|sourcing|einkauf)\b/, 'legal_procurement'],
  [
    /\b(cto|cio|chief (technology|information)|it|technical|engineer(ing)?|architect|developer)\b/,
    'technical_evaluator',
  ],
  [/\b(coo|chief operating|chief|vice president|vp|evp|svp|director|head)\b/, 'decision_maker'],
  [/\b(manager|leiter(in)?)\b/, 'decision_maker'],
  [/\b(representative|agent|administrator|coordinator|specialist|analyst|associate|clerk)\b/, 'influencer'],
];

export function roleOfTitle(title: string): Role | null {
  const plain = title.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return TITLES.find(([words]) => words.test(plain))?.[1] ?? null;
}
