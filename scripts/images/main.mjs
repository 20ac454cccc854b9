// Builds the image of Junkan and stand-ins for the official images of its engines, where no image registry is reached, and
// names them in .env.images: npm run images. How packages are reached is this machine's configuration, taken from its environment.
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { once, root, run, SetupFailure, say, tools } from '../setup/steps.mjs';

/** As docker-compose.engines.yml names them. */
const TEMPORAL = 'v1.32.0';
const NPM = '11.6.0';
const DEBIAN = 'bookworm';
const STAND_INS = ['node', 'mongo', 'nats', 'postgres', 'temporal'];

const here = fileURLToPath(new URL('.', import.meta.url));
const context = join(tools, 'images');
const bundle = process.env.NODE_EXTRA_CA_CERTS ?? process.env.SSL_CERT_FILE;
/** Where the certificates of this machine are in the images. */
const CERTIFICATES = '/etc/ssl/certs/ca-certificates.crt';

const at = (name) => join(context, name);
const stamp = (name) => at(`.${name}.stamp`);

function needs(program, args, remedy) {
  if (spawnSync(program, args).status !== 0) throw new SetupFailure(`${program} ${args.join(' ')} does not work here. ${remedy}`);
}

/** A Debian with nothing but what its packages need, as the base of all. */
const debian = () =>
  once(stamp('rootfs'), DEBIAN, `Debian ${DEBIAN}`, async () => {
    const folder = at('rootfs');
    rmSync(folder, { recursive: true, force: true });
    const remedy = 'It needs root, the package debootstrap, and a Debian mirror (DEBIAN_MIRROR names another than the usual one).';
    const mirror = process.env.DEBIAN_MIRROR ? [process.env.DEBIAN_MIRROR] : [];
    await run('debootstrap', ['--variant=minbase', '--include=ca-certificates,busybox-static', DEBIAN, folder, ...mirror], { remedy });
    await run('tar', ['--create', '--file', at('rootfs.tar'), '--directory', folder, '--exclude', './dev/*', '.'], { remedy });
    rmSync(folder, { recursive: true, force: true });
  });

/** Temporal's server and schema tool, from the module that the official images are made from. */
const temporal = () =>
  once(stamp('temporal'), TEMPORAL, `Temporal ${TEMPORAL} from its Go module`, async () => {
    const remedy = 'It needs Go 1.26.8 or later and the Go module proxy (GOPROXY).';
    const env = { GOBIN: at('go'), CGO_ENABLED: '0', GOFLAGS: '-trimpath' };
    const flags = ['-tags', 'disable_grpc_modules', '-ldflags', '-s -w'];
    for (const [folder, name] of [
      ['cmd/server', 'temporal-server'],
      ['cmd/tools/sql', 'temporal-sql-tool'],
    ]) {
      await run('go', ['install', ...flags, `go.temporal.io/server/${folder}@${TEMPORAL}`], { cwd: context, env, remedy });
      copyFileSync(join(at('go'), folder.split('/').at(-1)), at(name));
    }
    const download = await run('go', ['mod', 'download', '-json', `go.temporal.io/server@${TEMPORAL}`], { cwd: context, remedy });
    copyFileSync(join(JSON.parse(download).Dir, 'docker/scripts/sh/entrypoint.sh'), at('entrypoint.sh'));
  });

/** The Node that the programs run on anyway; npm is not part of its package. */
const node = () =>
  once(stamp('node'), `${process.version} ${NPM}`, 'Node and npm', async () => {
    const remedy = 'It needs the npm registry.';
    copyFileSync(process.execPath, at('node'));
    mkdirSync(at('npm-install'), { recursive: true });
    await run('npm', ['install', '--prefix', at('npm-install'), '--ignore-scripts', '--no-audit', '--no-fund', `npm@${NPM}`], { remedy });
    rmSync(at('npm'), { recursive: true, force: true });
    cpSync(join(at('npm-install'), 'node_modules/npm'), at('npm'), { recursive: true });
    rmSync(at('npm-install'), { recursive: true });
  });

function layOut() {
  for (const name of ['Dockerfile', 'postgres.sh', 'mongo-healthy.py']) copyFileSync(join(here, 'stand-ins', name), at(name));
  copyFileSync(join(root, 'infra/embedded/requirements.txt'), at('requirements.txt'));
  mkdirSync(at('certificates'), { recursive: true });
  if (bundle && existsSync(bundle)) copyFileSync(bundle, join(at('certificates'), 'ca-certificates.crt'));
  // Files that are meant for one machine are no part of a build.
  writeFileSync(at('.dockerignore'), ['go', 'rootfs', 'npm-install', '.*.stamp', '.dockerignore', ''].join('\n'));
}

/** The builder reaches what this machine reaches, with what this machine trusts. */
const REACH = [
  ['--network', 'host'],
  ...(bundle ? [`NODE_EXTRA_CA_CERTS=${CERTIFICATES}`, `PIP_CERT=${CERTIFICATES}`] : []).map((name) => ['--build-arg', name]),
  ...['NPM_CONFIG_REGISTRY', 'PIP_INDEX_URL'].filter((name) => process.env[name]).map((name) => ['--build-arg', name]),
].flat();

async function image(tag, folder, ...more) {
  const began = Date.now();
  const remedy = 'See what it says above.';
  const id = await run('docker', ['build', '--quiet', ...REACH, '--tag', tag, ...more, folder], { remedy });
  say(`${tag}: ${id.trim().split('\n').at(-1).slice(7, 19)} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
}

const tagOf = (name) => `junkan-stand-in/${name}`;

function nameThem() {
  const names = {
    COMPOSE_FILE: 'docker-compose.yml:scripts/images/stand-ins/compose.yml',
    JUNKAN_IMAGE: 'junkan',
    JUNKAN_NODE_IMAGE: tagOf('node'),
    JUNKAN_MONGO_IMAGE: tagOf('mongo'),
    JUNKAN_NATS_IMAGE: tagOf('nats'),
    JUNKAN_POSTGRES_IMAGE: tagOf('postgres'),
    JUNKAN_TEMPORAL_IMAGE: tagOf('temporal'),
    JUNKAN_TEMPORAL_ADMIN_IMAGE: tagOf('temporal'),
  };
  const lines = ['# Written by npm run images.', ...Object.entries(names).map(([name, value]) => `${name}=${value}`)];
  writeFileSync(join(root, '.env.images'), `${lines.join('\n')}\n`);
}

try {
  needs('docker', ['version'], 'Docker has to be installed and its daemon to be reached (DOCKER_HOST).');
  mkdirSync(context, { recursive: true });
  await debian();
  await node();
  await temporal();
  layOut();
  for (const name of STAND_INS) await image(tagOf(name), context, '--target', name);
  await image('junkan', root, '--file', join(root, 'infra/images/Dockerfile'), '--build-arg', `NODE_IMAGE=${tagOf('node')}`);
  nameThem();
  say('Written to .env.images. Next: docs/containers.md');
} catch (error) {
  say(error instanceof SetupFailure ? error.message : error.stack);
  process.exitCode = 1;
}
