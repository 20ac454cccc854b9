import { readFileSync } from 'node:fs';
import { LANGUAGES, type Language } from '@junkan/words/languages.ts';
import { readMatter, writeMatter } from '@junkan/words/matters.ts';
import { STATES, type State, type Translation, translations, withHanded } from '@junkan/words/state.ts';
import { handedIn, xliffOf } from '@junkan/words/xliff.ts';
import { Command, Option } from 'commander';
import { say } from '../start/report.ts';

type Asked = { readonly language?: Language; readonly matter?: string };

const found = ({ language, matter }: Asked): Translation[] => translations(language).filter((each) => !matter || each.matter === matter);

/** How many translations are in each state, by language and matter. */
function table(all: readonly Translation[]): string[] {
  const rows = [...Map.groupBy(all, ({ language, matter }) => `${language.padEnd(8)} ${matter.padEnd(16)}`)].map(([of, each]) => {
    const counts = STATES.map((state) => `${each.filter((translation) => translation.state === state).length}`.padStart(9));
    return `${of} ${counts.join('')}`;
  });
  return [`${'language'.padEnd(8)} ${'matter'.padEnd(16)} ${STATES.map((state) => state.padStart(9)).join('')}`, ...rows];
}

const language = () => new Option('--language <code>', 'of one language').choices(LANGUAGES.filter((each) => each !== 'en'));
const matter = () => new Option('--matter <name>', 'of one matter: a file of words/');

const exporting = () =>
  new Command('export')
    .description('print what is to be translated as XLIFF 2.1, on stdout')
    .addOption(language().makeOptionMandatory())
    .addOption(matter())
    .action((asked: Asked & { readonly language: Language }) => void process.stdout.write(xliffOf(asked.language, found(asked))));

const importing = () =>
  new Command('import')
    .description('write what translators hand back, as XLIFF 2, into words/')
    .argument('<file>')
    .action((file: string) => {
      for (const [name, handed] of handedIn(readFileSync(file, 'utf8'))) {
        const before = readMatter(name);
        const after = withHanded(before, handed);
        const changed = Object.keys(after).filter((key) => JSON.stringify(after[key]) !== JSON.stringify(before[key]));
        if (changed.length === 0) continue;
        writeMatter(name, after);
        say(`words/${name}.json: ${changed.length} messages`);
      }
    });

const listing = () =>
  new Command('list')
    .description('count the translations in each state, or list the messages in one')
    .addOption(language())
    .addOption(matter())
    .addOption(new Option('--state <state>', 'the messages in this state').choices([...STATES]))
    .action((asked: Asked & { readonly state?: State }) => {
      const all = found(asked);
      const { state } = asked;
      const lines = state
        ? all.filter((each) => each.state === state).map(({ matter: of, key, language: in_, source }) => `${in_}  ${of}  ${key}: ${source}`)
        : table(all);
      process.stdout.write(`${lines.join('\n')}\n`);
    });

export const wordsCommand = (): Command =>
  new Command('words')
    .description('which translations are missing, of an English that was changed since, drafts, or reviewed; and hand them over')
    .addCommand(listing(), { isDefault: true })
    .addCommand(exporting())
    .addCommand(importing());
