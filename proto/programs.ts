// The programs of an installation: what is known of each that is not its own code. Settings, addresses, accounts at the engines,
// containers and the chart follow from this list.

type Described = {
  /** Where its main.ts, wire.ts and config.ts are. */
  readonly folder: string;
  /** What it owns: it alone writes to that database, and publishes and signs the events of that context. */
  readonly context?: string;
  /** The engines that it reaches. */
  readonly engines: readonly ('mongo' | 'nats' | 'temporal')[];
  /** Whom it calls, and so whose addresses it is given and who lets it in. */
  readonly calls: readonly string[];
  /** The contexts whose events it reads, besides its own. */
  readonly reads: readonly string[];
  /** What its queue is measured by. */
  readonly backlog?: readonly ('lagEvents' | 'unrelayedCommits' | 'workflowsAwake')[];
  /** Whether it keeps views in local files. */
  readonly views?: true;
  /** Whether it answers HTTP, to the world outside. */
  readonly http?: true;
};

/** Those that decide: each owns a context, with a database for what must not be lost and a stream of events. */
const OWNING = {
  'sponsor-registry': {
    folder: 'services/sponsor-registry',
    context: 'sponsor',
    engines: ['mongo', 'nats'],
    calls: [],
    reads: [],
    backlog: ['unrelayedCommits'],
  },
  'project-registry': {
    folder: 'services/project-registry',
    context: 'project',
    engines: ['mongo', 'nats'],
    calls: ['sponsor-registry'],
    reads: ['matching', 'disbursement', 'programme'],
    views: true,
    backlog: ['unrelayedCommits'],
  },
  disbursement: {
    folder: 'services/disbursement',
    context: 'disbursement',
    engines: ['mongo', 'nats'],
    calls: ['project-registry', 'sponsor-registry'],
    reads: [],
    views: true,
    backlog: ['unrelayedCommits'],
  },
  matching: {
    folder: 'services/matching',
    context: 'matching',
    engines: ['mongo', 'nats'],
    calls: ['project-registry', 'sponsor-registry', 'disbursement'],
    reads: ['project', 'sponsor'],
    views: true,
    backlog: ['unrelayedCommits'],
  },
  programme: {
    folder: 'services/programme',
    context: 'programme',
    engines: ['mongo', 'nats'],
    calls: ['project-registry', 'sponsor-registry', 'disbursement'],
    reads: [],
    views: true,
    backlog: ['unrelayedCommits'],
  },
  notices: {
    folder: 'services/notices',
    context: 'notice',
    engines: ['mongo', 'nats'],
    calls: ['matching'],
    reads: ['project', 'sponsor', 'matching', 'disbursement', 'programme'],
    views: true,
    backlog: ['unrelayedCommits'],
  },
} as const satisfies Readonly<Record<string, Described & { readonly context: string }>>;

/** The programs that own a context. */
export type Owner = keyof typeof OWNING;
export const OWNER_NAMES = Object.keys(OWNING) as readonly Owner[];
export type Context = (typeof OWNING)[Owner]['context'];
export const CONTEXT_NAMES: readonly Context[] = OWNER_NAMES.map((owner) => OWNING[owner].context);

/** In the order in which they are started: each after those whom it calls. */
export const PROGRAMS = {
  ...OWNING,
  catalogue: {
    folder: 'services/catalogue',
    engines: ['nats'],
    // The owners of what it lists, for their words.
    calls: ['project-registry', 'sponsor-registry', 'matching', 'disbursement', 'programme'],
    reads: ['sponsor', 'project', 'matching', 'disbursement', 'programme'],
    views: true,
  },
  workflows: {
    folder: 'workflows',
    engines: ['mongo', 'nats', 'temporal'],
    calls: ['project-registry', 'sponsor-registry', 'matching', 'disbursement', 'programme'],
    reads: ['project', 'sponsor', 'matching', 'disbursement', 'programme'],
    backlog: ['lagEvents', 'workflowsAwake'],
  },
  gateway: {
    folder: 'services/gateway',
    engines: ['nats'],
    calls: [...OWNER_NAMES, 'catalogue', 'workflows'],
    reads: CONTEXT_NAMES,
    http: true,
  },
} as const satisfies Readonly<Record<string, Described>>;

export type Program = keyof typeof PROGRAMS;
export const PROGRAM_NAMES = Object.keys(PROGRAMS) as readonly Program[];

/** What is known of a program. */
export const programOf = (name: Program): Described => PROGRAMS[name];

/** The programs that one calls. */
export type CalledBy<P extends Program> = (typeof PROGRAMS)[P]['calls'][number];
export const calledBy = <P extends Program>(program: P): readonly CalledBy<P>[] => PROGRAMS[program].calls;

type ContextOf<P extends Owner> = (typeof OWNING)[P]['context'];

export const contextOf = <P extends Owner>(owner: P): ContextOf<P> => OWNING[owner].context;

/** The owner of each context. */
export const OWNERS = Object.fromEntries(OWNER_NAMES.map((owner) => [contextOf(owner), owner])) as {
  readonly [P in Owner as ContextOf<P>]: P;
};

type Underscored<Name extends string> = Name extends `${infer Head}-${infer Tail}` ? `${Head}_${Underscored<Tail>}` : Name;
/** The setting by which the others find a program. */
export type AddressSetting<P extends Program> = P extends Program ? `JUNKAN_${Uppercase<Underscored<P>>}` : never;
export const addressSettingOf = <P extends Program>(program: P): AddressSetting<P> =>
  `JUNKAN_${program.toUpperCase().replaceAll('-', '_')}` as AddressSetting<P>;

/** Those whom others find by an address: all but the gateway. */
export type Served = Exclude<Program, 'gateway'>;
export const SERVED = PROGRAM_NAMES.filter((name): name is Served => !programOf(name).http);
