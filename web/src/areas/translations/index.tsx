import { queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { z } from 'zod/mini';
import * as common from '#messages';
import * as m from '#messages/translations';
import { keys } from '../../base/api/keys.ts';
import { Loading } from '../../base/parts/Awaiting.tsx';
import { Icon } from '../../base/parts/Icon.tsx';
import { languageName, locale } from '../../base/parts/locale.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { Segments } from '../../base/parts/Segments.tsx';
import { ringAndTone } from '../../base/parts/Status.tsx';
import { oneOf, textInAddress } from '../../base/parts/search.ts';
import { Table } from '../../base/parts/Table.tsx';
import * as column from '../../lists/columns.tsx';

/** What is to be done for a translation, the most urgent first, and how it is shown. */
const SHOWN = { missing: 'none bad', changed: 'late bad', draft: 'part', reviewed: 'done good' } as const;
type State = keyof typeof SHOWN;
const STATES = Object.keys(SHOWN) as readonly State[];
const WORDS: Readonly<Record<State, () => string>> = { missing: m.missing, changed: m.changed, draft: m.draft, reviewed: m.reviewed };

const SOURCE = 'en';
const TARGETS = common.LOCALES.filter((code) => code !== SOURCE);
/** A reader's own language comes first. */
const LANGUAGES = TARGETS.toSorted((one, other) => Number(other === locale) - Number(one === locale));

/** In which language, of which matter and in which state messages are shown. */
export const search = z.object({ language: oneOf(TARGETS), matter: textInAddress, state: oneOf(STATES) });

type Translation = {
  readonly matter: string;
  readonly key: string;
  readonly state: State;
  readonly source: string;
  readonly text?: string;
};
/** As the build of the language wrote them. */
const translationsQuery = (language: string) =>
  queryOptions({
    queryKey: keys.translations(language),
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<readonly Translation[]> => {
      const response = await fetch(`/translations/${language}.json`, { signal });
      if (!response.ok) throw new Error(`The translations into ${language} are answered with ${response.status}`);
      return (await response.json()) as readonly Translation[];
    },
  });

const countOf = (of: readonly Translation[], state: State): number => of.filter((each) => each.state === state).length;

const route = getRouteApi('/everybody/translations');

/** For translators: how far each language has come, and which messages wait for them. */
export function PublicPage() {
  const { language = LANGUAGES[0] ?? SOURCE, matter } = route.useSearch();
  const { data } = useQuery({ ...translationsQuery(language), throwOnError: true });
  const file = `${language}.xlf`;
  return (
    <>
      <PageHead
        title={common.menuTranslations()}
        below={<p>{m.intro()}</p>}
        aside={
          <a className="btn" href={`/translations/${file}`} download={file}>
            <Icon name="out" /> {m.download({ language: languageName(language) })}
          </a>
        }
      />
      <Segments
        label={common.language()}
        name="language"
        chosen={language}
        of={LANGUAGES.map((value) => ({ value, title: languageName(value) }))}
      />
      {data === undefined ? <Loading /> : matter === undefined ? <Matters all={data} /> : <Messages language={language} all={data} />}
      <p className="quiet">{m.handBack({ command: `npm run junkan -- words import ${file}` })}</p>
    </>
  );
}

type MattersProps = { readonly all: readonly Translation[] };

/** How many messages of each matter are in each state. */
const Matters = ({ all }: MattersProps) => (
  <section className="part" aria-labelledby="h-matters">
    <h2 id="h-matters">{m.byMatter()}</h2>
    <Table
      label={m.byMatter()}
      rows={[...Map.groupBy(all, (each) => each.matter)]}
      keyOf={([matter]) => matter}
      columns={[
        {
          title: m.matter(),
          cell: ([matter]) => (
            <Link to="." search={(before) => ({ ...before, matter })}>
              {matter}
            </Link>
          ),
        },
        ...STATES.map((state) => column.count<[string, Translation[]]>(WORDS[state](), ([, of]) => countOf(of, state))),
      ]}
    />
  </section>
);

type MessagesProps = { readonly language: string; readonly all: readonly Translation[] };

/** The messages of a matter, each with its English and its translation. */
function Messages({ language, all }: MessagesProps) {
  const { matter = '', state } = route.useSearch();
  const of = all.filter((each) => each.matter === matter);
  const shown = of.filter((each) => state === undefined || each.state === state);
  const inLanguage = (code: string, text: string | undefined) => <span lang={code}>{text}</span>;
  return (
    <section className="part" aria-labelledby="h-messages">
      <h2 id="h-messages">{m.messagesOf({ matter })}</h2>
      <p>
        <Link to="." search={(before) => ({ ...before, matter: undefined, state: undefined })}>
          {m.allMatters()}
        </Link>
      </p>
      <Segments
        label={common.state()}
        name="state"
        chosen={state ?? ''}
        of={[
          { value: '', title: common.all(), count: of.length },
          ...STATES.map((value) => ({ value, title: WORDS[value](), count: countOf(of, value) })),
        ]}
      />
      <p role="status">{shown.length === 0 ? m.none() : null}</p>
      {shown.length === 0 ? null : (
        <Table
          label={m.messagesOf({ matter })}
          rows={shown}
          keyOf={({ key }) => key}
          columns={[
            { title: m.key(), cell: ({ key }) => key },
            { title: languageName(SOURCE), cell: ({ source }) => inLanguage(SOURCE, source) },
            { title: languageName(language), cell: ({ text }) => inLanguage(language, text) },
            { title: common.state(), cell: (each) => <StateTag state={each.state} /> },
          ]}
        />
      )}
    </section>
  );
}

function StateTag({ state }: { readonly state: State }) {
  const [ring, tone] = ringAndTone(SHOWN, state);
  return (
    <span className={`tag ${tone}`}>
      <Icon name={ring} />
      <span>{WORDS[state]()}</span>
    </span>
  );
}
