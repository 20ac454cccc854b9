import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { hashOf, once, onceForLoaded, root, run, SetupFailure, tools } from './steps.mjs';

const NETWORK = 'It needs the npm registry: check the network, or the proxy and registry settings in ~/.npmrc, and run it again.';

const pnpm = join(tools, 'pnpm/node_modules/pnpm/bin/pnpm.cjs');
const pinnedNode = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);

/** pnpm, the packages (Node 24 is one of them), what is generated from the contracts, the words and the programs, the workflows' code, and the web. */
export async function setUpNodeSide() {
  await installPnpm();
  await installPackages();
  const node = newNode();
  await generateContracts(node);
  await makeWords(node);
  await Promise.all([hashFolds(node), describeApi(node), bundleWorkflows(node)]);
  return { node };
}

function installPnpm() {
  const files = ['package.json', 'package-lock.json'].map((name) => `infra/setup/pnpm/${name}`);
  const folder = join(tools, 'pnpm');
  return once(join(folder, 'node_modules/.stamp'), hashOf(files), 'pnpm', async () => {
    mkdirSync(folder, { recursive: true });
    for (const file of files) cpSync(join(root, file), join(folder, file.split('/').at(-1)));
    await run('npm', ['ci', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, remedy: NETWORK });
  });
}

function installPackages() {
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...workspacePackages()];
  return once(join(root, 'node_modules/.stamp'), hashOf(files), 'packages', () =>
    run(process.execPath, [pnpm, 'install', '--frozen-lockfile', '--prefer-offline'], { env: { CI: 'true' }, remedy: NETWORK }),
  );
}

function workspacePackages() {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const services = readdirSync(join(root, 'services')).map((name) => `services/${name}`);
  return [...folders.map((entry) => entry.name), ...services]
    .map((folder) => `${folder}/package.json`)
    .filter((file) => existsSync(join(root, file)));
}

function newNode() {
  if (existsSync(pinnedNode)) return pinnedNode;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new SetupFailure(
    `This platform (${process.platform} ${process.arch}) needs Node 24 or newer on the PATH; this is ${process.version}.`,
  );
}

function generateContracts(node) {
  const folder = join(root, 'proto');
  const sources = readdirSync(join(folder, 'junkan'), { recursive: true })
    .filter((name) => name.endsWith('.proto'))
    .map((name) => `proto/junkan/${name}`)
    .sort();
  const generators = readdirSync(folder)
    .filter((name) => name.endsWith('.mjs'))
    .map((name) => `proto/${name}`)
    .sort();
  const hash = hashOf(['proto/buf.gen.yaml', 'proto/comments.ts', 'proto/package.json', 'pnpm-lock.yaml', ...generators, ...sources]);
  const path = [join(node, '..'), process.env.PATH].join(':');
  return once(join(folder, 'gen/.stamp'), hash, 'contracts', () =>
    run(join(folder, 'node_modules/.bin/buf'), ['generate'], {
      cwd: folder,
      env: { PATH: path },
      remedy: 'See the line that it names in proto/.',
    }),
  );
}

/** What is said, as modules of functions for each language. */
function makeWords(node) {
  const folder = join(root, 'words');
  const remedy = 'See the message that it names in words/.';
  return once(
    join(folder, 'gen/.stamp'),
    hashOf(['pnpm-lock.yaml', 'proto/gen/codes.ts', 'proto/actor.ts', ...wordsFiles()]),
    'words',
    () => run(node, ['make.ts'], { cwd: folder, remedy }),
  );
}

const wordsFiles = () =>
  readdirSync(join(root, 'words'))
    .filter((name) => /\.(json|ts)$/.test(name))
    .map((name) => `words/${name}`)
    .sort();

/** The versions of folds and the schemas of views, from what recorded streams come to. */
const hashFolds = (node) =>
  onceForLoaded('versions of folds and views', {
    node,
    program: 'tests/recorded/write.ts',
    stamp: 'proto/gen/.versions.stamp',
    makes: ['proto/gen/versions.ts'],
    also: () => [...filesIn('tests/recorded'), ...viewsAndStreams()],
  });

/** The documents of the API, from its routes, and what is made of them: the types of the client and the web. */
async function describeApi(node) {
  await onceForLoaded('description of the API', {
    node,
    program: 'services/gateway/offline/write.ts',
    stamp: 'proto/gen/.description.stamp',
    makes: ['docs/openapi.json', 'docs/asyncapi.json', 'client/routes.ts', 'client/changes.ts', 'client/items.ts', 'proto/gen/api.lock'],
    also: () => filesIn('lists'),
  });
  await Promise.all([
    onceForLoaded('types of the client', {
      node,
      program: 'services/gateway/offline/write-types.ts',
      stamp: 'proto/gen/.types.stamp',
      makes: ['client/openapi.ts'],
      also: () => ['docs/openapi.json'],
    }),
    buildWeb(node),
  ]);
}

/** The code of the workflows, for the worker of a system that is started here. */
const bundleWorkflows = (node) =>
  onceForLoaded('workflows', {
    node,
    program: 'workflows/write.ts',
    stamp: '.tools/workflows.stamp',
    makes: ['.tools/workflows.js'],
    also: () => [],
  });

/** What is found by its place: the views of the services, and how their streams go on since the recording. */
const viewsAndStreams = () =>
  foldersIn('services')
    .flatMap((service) => [`${service}/since.fixture.ts`, ...foldersIn(service).map((folder) => `${folder}/view.ts`)])
    .filter((file) => existsSync(join(root, file)));

const foldersIn = (folder) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map(({ name }) => `${folder}/${name}`);

function filesIn(folder) {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name))).sort();
}

/** What browsers get: one build for each language. */
function buildWeb(node) {
  const folder = join(root, 'web');
  const own = readdirSync(folder).filter((name) => /\.(mjs|ts|html)$|^package\.json$/.test(name));
  const folders = ['src', 'public'].flatMap((name) => filesIn(`web/${name}`));
  const client = readdirSync(join(root, 'client')).filter((name) => name.endsWith('.ts'));
  const hash = hashOf([
    'pnpm-lock.yaml',
    'docs/openapi.json',
    'kit/files/types.ts',
    ...client.sort().map((name) => `client/${name}`),
    ...wordsFiles(),
    ...own.sort().map((name) => `web/${name}`),
    ...folders,
  ]);
  const remedy = 'See the file that it names in web/.';
  return once(join(folder, 'dist/.stamp'), hash, 'web', () => run(node, ['build.mjs'], { cwd: folder, remedy }));
}
