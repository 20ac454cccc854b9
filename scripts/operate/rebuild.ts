import { type ReadModel, readModelsOf, rebuildReadModel, untilRead } from '@junkan/kit/messaging/read-models.ts';
import { Command } from 'commander';
import { say } from '../start/report.ts';
import { contextArgument, type Installation, withInstallation } from './installation.ts';

const PATIENCE_MS = 300_000;

export const rebuildCommand = (data: () => string): Command =>
  new Command('rebuild')
    .description('empty read models and read them again from the first event; the services may run meanwhile')
    .addArgument(contextArgument())
    .argument('[model]', 'the read model, by the name of its collection')
    .option('--all', 'every read model of the context', false)
    .action(async (context: string, model: string | undefined, { all }: { all: boolean }) => {
      process.exitCode = (await withInstallation(data(), (installation) => rebuild(installation, context, all ? undefined : (model ?? ''))))
        ? 0
        : 1;
    });

/** Rebuilds one read model of a context, or all of them where none is named. Answers whether they have read everything. */
export async function rebuild(
  { nats, db, namespace, isRunning }: Pick<Installation, 'nats' | 'db' | 'namespace' | 'isRunning'>,
  context: string,
  name: string | undefined,
): Promise<boolean> {
  const known = await readModelsOf(db(context));
  const chosen = known.filter(({ _id }) => name === undefined || _id === name);
  if (chosen.length === 0) {
    say(`Name a read model of ${context}, or give --all. There are: ${known.map(({ _id }) => _id).join(', ') || 'none yet'}`);
    return false;
  }
  const where = { nats, namespace, db: db(context) };
  for (const model of chosen) await rebuildReadModel(where, model);
  if (!isRunning) {
    say(`${namesOf(chosen)} will be read again when the services start`);
    return true;
  }
  say(`Reading ${namesOf(chosen)} again`);
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const read = await Promise.all(chosen.map((model) => untilRead(where, model, signal)));
  for (const [index, model] of chosen.entries()) {
    const rows = await where.db.collection(model._id).countDocuments();
    say(`${model._id}: ${rows} rows${read[index] ? '' : ', and still reading'}`);
  }
  return read.every(Boolean);
}

const namesOf = (models: readonly ReadModel[]): string => models.map(({ _id }) => _id).join(', ');
