// The import rules of the house, run by `npm run check`. The table they follow is in ARCHITECTURE.md; each rule says why.

const test = '\\.test\\.tsx?$|(^|/)testing/|^server/security/standing/'
/** Names, shapes and pure functions that happen to live beside a driver; importing them touches nothing outside. */
const pureParts = '^server/db/(access|writeset)\\.ts$|^server/documents/(kinds|qr)\\.ts$'
const drivers = (names) => `(^|/)node_modules/(${names})/`

/** From a folder (its tests excepted) to anything that is not in the list. */
const only = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: `${test}|vite\\.config\\.ts$` },
  to: { pathNot: allowed },
})

const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from: { pathNot: test, ...from }, to })

module.exports = {
  forbidden: [
    only('law-imports-nothing', 'Lawyers review it; nothing may hide behind an import.', '^law/', '^law/'),
    only('casework-imports-law', 'What cases are can be read and tested without a server.', '^casework/', [
      '^law/',
      '^casework/',
    ]),
    only(
      'network-computes',
      'Roads, circles and solvers run in a worker and know no server; its libraries only decode and solve.',
      '^network/',
      ['^(law|network)/', drivers('fflate|gcoord|highs|pbf')],
    ),
    only(
      'knowledge-declares-its-stores',
      'The library, the index and the answers run without a database: what they need is handed in.',
      '^knowledge/',
      [
        '^knowledge/',
        '^law/',
        drivers('@node-rs/jieba|fflate|xz-decompress|opencc-js|parse5|pinyin-pro|yaml'),
        '^node:|^(fs|path|os|zlib|crypto|url|worker_threads|readline|stream|buffer|events|util|perf_hooks)(/|$)',
      ],
    ),
    only(
      'contract-imports-vocabularies',
      'Server and faces share it, so it holds shapes and no behaviour.',
      '^contract/',
      ['^(contract|law|casework|network)/', '^knowledge/vocabulary\\.ts$', drivers('zod')],
    ),
    never(
      'faces-import-contract',
      'A screen knows the server by its contract alone.',
      { path: '^faces/', pathNot: `${test}|vite\\.config\\.ts$|^faces/web/calculate/` },
      { path: '^(law|casework|network|knowledge|server|scripts|journeys)/' },
    ),
    never(
      'calculate-runs-calculators',
      'What somebody earns is worked out on their own phone, by the pure rules; nothing else of the law is on that page.',
      { path: '^faces/web/calculate/' },
      {
        path: '^(law|casework|network|knowledge|server|scripts|journeys)/',
        pathNot: '^law/(calculators|calendar|parameters)/|^law/(citation|context)\\.ts$',
      },
    ),
    never(
      'faces-run-in-browsers',
      'Neither modules of node nor packages that the faces do not declare exist in a browser.',
      { path: '^faces/', pathNot: `${test}|vite\\.config\\.ts$` },
      { dependencyTypes: ['core', 'npm-no-pkg', 'npm-dev', 'npm-unknown'] },
    ),
    never(
      'faces-stand-alone',
      'One face never imports another; what they share is in faces/ui.',
      { path: '^faces/([^/]+)/' },
      {
        path: '^faces/[^/]+/',
        pathNot: ['^faces/ui/', '^faces/$1/', '^faces/node_modules/'],
      },
    ),
    never(
      'ui-serves-every-face',
      'Components know no particular face.',
      { path: '^faces/ui/' },
      { path: '^faces/', pathNot: '^faces/ui/' },
    ),
    never(
      'actions-know-no-transport',
      'Whatever asks, a request or timed work, calls the same action.',
      { path: '^server/actions/' },
      { path: '^server/(http|jobs|compose\\.ts|main\\.ts)' },
    ),
    never(
      'actions-see-stores-as-types',
      'An action gets its stores handed in; it never reaches for one.',
      { path: '^server/actions/' },
      { path: '^server/(db|outside|documents)/', pathNot: pureParts, dependencyTypesNot: ['type-only'] },
    ),
    never(
      'transports-call-actions',
      'Parsing and replying decide nothing and store nothing.',
      { path: '^server/(http|jobs)/' },
      { path: '^server/(db|outside|documents)/', pathNot: pureParts, dependencyTypesNot: ['type-only'] },
    ),
    never(
      'stores-know-no-actions',
      'Drivers serve; who calls them is not their matter.',
      { path: '^server/(db|outside|documents)/' },
      { path: ['^server/(actions|http|jobs|seed)/', '^server/(main|compose)\\.ts$', '^faces/'] },
    ),
    never(
      'database-driver-in-db',
      'The only SQL is in server/db.',
      { pathNot: [test, '^server/db/', '^server/start/', '^scripts/', '^journeys/'] },
      { path: drivers('pg|pg-boss|drizzle-orm'), dependencyTypesNot: ['type-only'] },
    ),
    never(
      'document-drivers-in-documents',
      'Word and PDF are made in one place.',
      { pathNot: [test, '^server/documents/', '^scripts/', '^journeys/'] },
      { path: drivers('docx|docxtemplater|pizzip|pdfmake'), dependencyTypesNot: ['type-only'] },
    ),
    never(
      'only-compose-joins',
      'One file joins the parts to real input and output, and main starts it.',
      { path: '^server/', pathNot: [test, '^server/main\\.ts$'] },
      { path: '^server/(compose|main)\\.ts$' },
    ),
    never(
      'nothing-imports-server',
      'The server is the end of the line; journeys and scripts drive it from outside.',
      { pathNot: [test, '^(server|journeys|scripts)/'] },
      { path: '^server/' },
    ),
    never(
      'nothing-imports-journeys-or-scripts',
      'They drive the product and are no part of it.',
      { path: '^(law|casework|network|knowledge|contract|server|faces)/' },
      { path: '^(journeys|scripts)/' },
    ),
    {
      name: 'no-cycle',
      comment: 'A circle of files has no beginning to read from.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere breaks at run time only.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Output of builds and data of runs are not source.
    exclude: { path: '(^|/)(dist|data)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.cjs', '.json'],
    },
    cache: false,
  },
}
