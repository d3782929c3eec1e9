import { SECTORS } from './accounts.js';

/** Vendor Managed Inventory, as its authors wrote it. */
export const PROPOSITION = {
  title: 'Vendor Managed Inventory',
  summary: 'We watch your stock and refill it; you pay when you use it.',
};

export const CONTENT = {
  customerProblem:
    'Buyers spend their days ordering what they already use. Shelves are empty on Monday and full of the wrong thing on Friday; both cost money, and nobody owns the gap between two orders.',
  promise:
    'We see your stock, we refill it, and you pay when you use it. Stock-outs of what we supply fall below one in a hundred, with a third less stock.',
  economics:
    'The customer frees the capital that stands in a third of the stock and the hours of one planner in four. We win steadier production runs and twice the share of the shelf; the capital of consigned stock costs us 1.1 % of revenue.',
  versusCompetitors:
    'Competitors sell replenishment software and leave the risk with the buyer. We own the stock until it is used, so a wrong forecast costs us, not you.',
  versusNothing:
    'Doing nothing keeps 28 days of stock on the books and a planner who orders by feel. The cost is paid every month, and nobody sees the bill.',
  narrative:
    'You tell us what you use; we make sure it is there.\n\nWith Vendor Managed Inventory we read your stock every night, refill before it runs out, and own what stands on your shelf until you take it. You order nothing, count nothing and pay for what you used.',
  lenses: {
    economic_buyer:
      'For finance: a third of the stock leaves your books in the first quarter, and the bill follows use.',
    decision_maker:
      'For supply chain: fewer than one stock-out in a hundred, and no purchase orders for what we supply.',
    technical_evaluator:
      'For systems: a nightly file or an interface, read only; nothing of ours is installed at yours.',
  },
  claims: ['Stock-outs of supplied goods below 1 %', 'A third less stock within a quarter', 'You pay when you use'],
  terms: ['Ends with any month', 'Consigned stock is insured by us', 'Prices hold for twelve months'],
  cohortRationale:
    'All of them keep stock of physical goods that they use steadily and order often, from several suppliers, with a planner who decides by feel.',
  requiredRoles: ['decision_maker', 'economic_buyer', 'technical_evaluator'],
  requiredDepartments: ['finance', 'it', 'logistics', 'production'],
  salesRoleImpact: 'reduces',
  mustLearn: [
    'Who owns replenishment today?',
    'Is loss of control a fear of the planner or of the company?',
    'Which stock would they hand over first?',
  ],
  cohortRule: {
    any: [
      { field: 'relationship', op: 'is', value: 'customer' },
      { field: 'sector', op: 'in', value: SECTORS },
    ],
  },
};

export const INTERNAL_OBJECTIONS = [
  {
    by: 'finance',
    severity: 'high',
    text: 'The stock stays on our books until it is used. Who pays for the capital?',
    resolution: 'Priced in: 1.1 % of revenue, against steadier production runs. Insured by us.',
  },
  {
    by: 'it',
    severity: 'medium',
    text: 'Every customer counts stock differently. We cannot build fifty interfaces.',
    resolution: 'One nightly file for everybody; interfaces only for the ten largest.',
  },
  {
    by: 'logistics',
    severity: 'medium',
    text: 'Small drops every day break our routes.',
    resolution: 'Refills ride along with the weekly route unless stock falls under two days.',
  },
  {
    by: 'production',
    severity: 'low',
    text: 'Forecasts of others will move our runs about.',
    resolution: 'Runs follow real use, which varies by a third of what orders did.',
  },
] as const;

export const MOBILISATION_ITEMS = [
  {
    department: 'finance',
    text: 'Open the consignment account and insure the stock.',
    evidence: 'Policy 2026-117 signed; account 1480 open.',
  },
  {
    department: 'it',
    text: 'Read nightly stock files and alert on a missing one.',
    evidence: 'Running for two pilot customers since 3 weeks.',
  },
  {
    department: 'logistics',
    text: 'Plan refills with the weekly routes.',
    evidence: 'Route plan 47 includes refills.',
  },
  {
    department: 'production',
    text: 'Hold two days of safety stock of the fifty fastest goods.',
    evidence: null,
    waive: 'Use of the fifty fastest is steady; one day is enough and is there.',
  },
] as const;

const BODY = 'Dear {{ contact.givenName }},\n\n';
const END = '\n\nAnswer with one click, no sign-in: {{ links.respond }}\n\n{{ sender.name }}';

export const PLAY = {
  name: 'Introduce Vendor Managed Inventory',
  purpose: 'stimulate',
  steps: [
    {
      key: 'intro',
      kind: 'email',
      intent: 'Say what changes for them',
      subject: 'Shelves that refill themselves at {{ organization.name }}',
      body: `${BODY}{{ proposition.narrative }}\n\n{{ lens }}${END}`,
    },
    {
      key: 'cost',
      kind: 'email',
      intent: 'Show what doing nothing costs',
      afterDays: 3,
      subject: 'What the gap between two orders costs',
      body: `${BODY}Doing nothing keeps 28 days of stock on your books. {{ proposition.promise }}\n\n{{ lens }}${END}`,
    },
    {
      key: 'interest',
      kind: 'interest_check',
      intent: 'Learn whether it matters to them',
      afterDays: 4,
      waitDays: 3,
      subject: 'Is this worth ten minutes, {{ contact.givenName }}?',
      body: `${BODY}Would refilled shelves be worth ten minutes of your time? One click tells us, and a "no" is a good answer too.${END}`,
    },
    {
      key: 'call',
      kind: 'call',
      intent: 'Learn who owns replenishment and what holds it back',
      questions: [
        'Who would you need to involve to hand over replenishment?',
        'What happens today between two orders?',
        'What would have to be in place first?',
      ],
      evidence: ['Pilot: stock-outs from 6 % to 0.8 %'],
      maxAttempts: 2,
      retryAfterHours: 24,
    },
  ],
};

export const EXPERT = {
  displayName: 'Andrew Fuller',
  title: 'Head of replenishment',
  email: 'replenishment@demo.example',
  replyWithinHours: 24,
} as const;

export const ASSETS = [
  {
    title: 'What changes in the first ninety days',
    kind: 'guide',
    text: 'Week 1: we count together.\nWeeks 2 to 4: we read your nightly stock file and refill beside your own orders, so that you can compare.\nFrom week 5: you stop ordering what we refill. You can go back on any day.',
    buyingJob: 'problem_identification',
    reviewBy: '2028-12-31',
    position: 1,
  },
  {
    title: 'What the nightly stock file looks like',
    kind: 'guide',
    text: 'One line an article: number, quantity, unit. Any system that can write a text file can write it; nothing of ours is installed at yours.',
    buyingJob: 'requirements_building',
    role: 'technical_evaluator',
    reviewBy: '2028-12-31',
    position: 2,
  },
] as const;

export const GERMAN = {
  title: 'Lagerführung durch den Lieferanten (VMI)',
  narrative:
    'Sie sagen uns, was Sie verbrauchen; wir sorgen dafür, dass es da ist.\n\nWir lesen jede Nacht Ihren Bestand, füllen nach, bevor etwas ausgeht, und bleiben Eigentümer dessen, was bei Ihnen steht, bis Sie es nehmen. Sie bestellen nichts, zählen nichts und zahlen, was Sie verbraucht haben.',
  promise:
    'Wir sehen Ihren Bestand, wir füllen ihn auf, und Sie zahlen erst beim Verbrauch: weniger als ein Fehlbestand von hundert, mit einem Drittel weniger Lager.',
} as const;
