/**
 * The staircase: a room imports only rooms below it, and only through their index.ts; libs import only libs.
 * ARCHITECTURE.md quotes the same list, and test/laws/staircase.spec.ts holds the two together.
 */
const STAIRCASE = [
  'platform',
  'identity',
  'accounts',
  'propositions',
  'cohorts',
  'work',
  'campaigns',
  'feedback',
  'channels',
  'operations',
];

/** Packages without I/O that libs may import. */
const PURE = ['ical\\.js', 'entities', 'luxon'];

const neverUp = STAIRCASE.slice(0, -1).map((room, step) => ({
  name: `never-up-from-${room}`,
  comment: `${room} knows nothing of the rooms above it.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: `^src/(${STAIRCASE.slice(step + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...neverUp,
    {
      name: 'knock-at-the-door',
      comment: 'Another room is entered through its index.ts only.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'programs-knock-too',
      comment: 'main.*.ts and app.module.ts enter rooms through their index.ts only.',
      severity: 'error',
      from: { path: '^src/[^/]+\\.ts$' },
      to: { path: '^src/[^/]+/', pathNot: '^src/[^/]+/index\\.ts$' },
    },
    {
      name: 'nobody-needs-a-program',
      comment: 'The command line enters the rooms; no room knows of it.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: '^src/cli/' },
      to: { path: '^src/(cli/|main\\.|app\\.module)' },
    },
    {
      name: 'libs-are-pure',
      comment: `libs import only libs and a list of pure packages (${PURE.join(', ')}): no Nest, no ORM, no I/O.`,
      severity: 'error',
      from: { path: '^libs/', pathNot: '\\.spec\\.ts$' },
      // node_modules may be a link, such as that of a second work tree
      to: { pathNot: `^libs/|(^|/)node_modules/(${PURE.join('|')})/` },
    },
    {
      name: 'demo-speaks-http',
      comment: 'The demo knows Overture only through HTTP and mail.',
      severity: 'error',
      from: { path: '^demo/' },
      to: { path: '^(src|libs|migrations)/' },
    },
    {
      name: 'console-knows-the-api-only',
      comment: 'The console knows Overture through the generated client.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|libs|migrations|demo|tools)/' },
    },
    {
      name: 'nobody-needs-the-console',
      severity: 'error',
      from: { path: '^(src|libs|migrations|demo)/' },
      to: { path: '^web/' },
    },
    {
      name: 'a-screen-keeps-to-its-room',
      comment: 'A room of the console uses components, shell, i18n and api; another room only through a link.',
      severity: 'error',
      from: { path: '^web/src/rooms/([^/]+)/' },
      to: { path: '^web/src/rooms/[^/]+/', pathNot: '^web/src/rooms/$1/' },
    },
    {
      name: 'components-know-no-room',
      severity: 'error',
      from: { path: '^web/src/(api|components|i18n|shell)/' },
      to: { path: '^web/src/rooms/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans-of-dev',
      comment: 'What runs must not import what only tests have.',
      severity: 'error',
      from: { path: '^(src|libs|migrations)/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
// not enumerable: the cruiser refuses what it does not know
Object.defineProperty(module.exports, 'STAIRCASE', { value: STAIRCASE });
