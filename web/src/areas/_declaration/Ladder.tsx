import type { ReactNode } from 'react';
import * as m from '#messages/ladder';
import { Acts } from '../../acts/Acts.tsx';
import { personName, roleText } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { Icon, type IconName } from '../../base/parts/Icon.tsx';
import { dayText, list } from '../../base/parts/locale.ts';
import { HandedFor } from './Handed.tsx';
import type { Obligation, Signatory } from './shared/queries.ts';
import { ObligationTag } from './shared/Standing.tsx';
import { obligationName } from './shared/standing.ts';

type Clock = Schemas['ObligationClock'];
type Props = { readonly signatory: Signatory; readonly obligation: Obligation };

/** What is owed: what has come of it day by day, whose turn it is, and what may be decided from when. */
export function Ladder({ signatory, obligation }: Props) {
  const { name, standing, due } = obligation;
  const clock = signatory.clocks?.find((each) => each.obligation === name);
  const isLive = standing !== 'accepted';
  // Why a notice or a suspension is not possible is said of what leads to one.
  const isOnLadder = isLive && !name.startsWith('assessment');
  return (
    <section className="part" aria-labelledby={`h-${name}`}>
      <div className="row far">
        <h2 id={`h-${name}`}>{m.dueTitle({ obligation: obligationName(name), day: dayText(due) })}</h2>
        <ObligationTag of={obligation} />
      </div>
      <div className="rep ladder">
        <div>
          <HandedFor signatory={signatory} obligation={obligation} />
          <Acts item={signatory} only={({ obligation: of, answer }) => of === name && (answer === 'allowed' || isOnLadder)} />
          <Rungs obligation={obligation} clock={clock} names={signatory.names ?? {}} />
        </div>
        {clock && isLive ? <Clocks obligation={obligation} clock={clock} /> : null}
      </div>
    </section>
  );
}

/** The two clocks, of which only one runs at a time, and what may be decided when. */
function Clocks({ obligation: { name, standing }, clock }: { readonly obligation: Obligation; readonly clock: Clock }) {
  const isTheirs = standing !== 'in-review';
  const { daysUsed, daysAllowed, daysInReview, reviewDays, noticeFrom, suspensionFrom } = clock;
  const isOnLadder = !name.startsWith('assessment');
  return (
    <aside className="rail" aria-label={m.twoClocks({ obligation: obligationName(name) })}>
      <h3>{m.clocks()}</h3>
      <dl className="clocks">
        <div className={isTheirs ? 'on' : undefined}>
          <dt>{isTheirs ? m.theCitysTurn() : m.theCity()}</dt>
          <dd>{isOnLadder ? m.daysOf({ days: daysUsed, of: daysAllowed }) : m.days({ days: daysUsed })}</dd>
        </div>
        <div className={isTheirs ? undefined : 'on'}>
          <dt>{isTheirs ? m.theSecretariat() : m.theSecretariatsTurn()}</dt>
          <dd>{m.daysOf({ days: daysInReview, of: reviewDays })}</dd>
        </div>
      </dl>
      <p className="quiet">
        <small>{m.oneRuns()}</small>
      </p>
      {noticeFrom || suspensionFrom ? (
        <>
          <h3>{m.mayBeDecided()}</h3>
          <ul className="plain">
            {noticeFrom ? <li>{m.noticeFrom({ day: dayText(noticeFrom) })}</li> : null}
            {suspensionFrom ? <li>{m.suspensionFrom({ day: dayText(suspensionFrom) })}</li> : null}
          </ul>
          <p className="quiet">
            <small>{m.silenceSuspendsNobody()}</small>
          </p>
        </>
      ) : null}
    </aside>
  );
}

type Step = {
  readonly key: string;
  readonly on: string;
  readonly ring: IconName;
  readonly tone: string;
  readonly title: string;
  readonly told?: string;
  /** What was said. */
  readonly words?: string | undefined;
  /** It comes where nothing happens. */
  readonly isAhead?: boolean;
};

const RINGS: Readonly<Record<string, readonly [IconName, string]>> = {
  opened: ['done', 'good'],
  reminded: ['done', 'good'],
  overdue: ['late', 'bad'],
  'review-is-late': ['late', 'wait'],
  'notice-may-be-issued': ['open', 'wait'],
  'suspension-may-be-decided': ['open', 'wait'],
  'lapse-may-be-decided': ['open', 'wait'],
  'left-to-secretariat': ['late', 'wait'],
};
const OF_TURNS = { submitted: ['wait', 'info'], returned: ['back', 'wait'], accepted: ['done', 'good'] } as const;

const OFFICER = 'proposer.officer';
const CERTIFIER = 'proposer.certifier';
/** Who is notified of a rung; of most the secretariat alone. */
const TOLD: Readonly<Partial<Record<Obligation['rungs'][number]['name'], readonly string[]>>> = {
  opened: [OFFICER],
  'reminded-again': [OFFICER],
  overdue: [OFFICER, CERTIFIER, 'secretariat.officer'],
  'help-offered': [OFFICER, 'secretariat.officer'],
  'certifier-reminded': [CERTIFIER],
  'last-reminder': [OFFICER, CERTIFIER],
  'review-is-late': ['secretariat.approver'],
  'suspension-may-be-decided': ['secretariat.approver'],
  'lapse-may-be-decided': ['secretariat.approver'],
};
/** The last reminder before the due day is for who signs as well. */
const LAST_DAYS = 7;
const toldOf = (name: Obligation['rungs'][number]['name'], days: number): readonly string[] =>
  name === 'reminded' ? [OFFICER, ...(days <= LAST_DAYS ? [CERTIFIER] : [])] : (TOLD[name] ?? ['secretariat.officer']);

const rungStep = ({ name, on, days }: Obligation['rungs'][number], isAhead: boolean): Step => {
  const [ring, tone] = isAhead ? (['none', ''] as const) : (RINGS[name] ?? (['done', 'good'] as const));
  return {
    key: `${name}/${days}/${on}`,
    on,
    ring,
    tone,
    title: m.rung({ code: name, days }),
    told: list(toldOf(name, days).map(roleText)),
    isAhead,
  };
};

/** What has happened, by day: what is handed in on a day comes before its rungs. */
function stepsOf({ rungs, turns, extension, notice }: Obligation, names: Schemas['Names']): readonly Step[] {
  const who = (person: string | undefined): string => (person ? personName(names, person) : 'none');
  const acts: Step[] = turns.map(({ fact, on }) => ({
    key: `${fact}/${on}`,
    on,
    ring: OF_TURNS[fact][0],
    tone: OF_TURNS[fact][1],
    title: m.turn({ code: fact }),
  }));
  if (extension?.on)
    acts.push({
      key: 'extension',
      on: extension.on,
      ring: 'done',
      tone: 'good',
      title: m.extended({ days: extension.days, person: who(extension.decidedBy) }),
      words: extension.note,
    });
  if (notice?.on)
    acts.push({
      key: 'notice',
      on: notice.on,
      ring: 'late',
      tone: 'bad',
      title: m.noticeIssued(),
      told: m.preparedAndIssued({
        prepared: who(notice.preparedBy),
        issued: who(notice.issuedBy),
        from: dayText(notice.suspensionFrom ?? notice.on),
      }),
      words: notice.note,
    });
  return [...acts, ...rungs.map((rung) => rungStep(rung, false))].toSorted((one, other) =>
    one.on < other.on ? -1 : one.on > other.on ? 1 : 0,
  );
}

type RungsProps = { readonly obligation: Obligation; readonly clock: Clock | undefined; readonly names: Schemas['Names'] };

/** So many steps ahead are shown; the others where somebody asks for them. */
const NEAR = 2;

function Rungs({ obligation, clock, names }: RungsProps) {
  const { extension, notice } = obligation;
  const ahead = (clock?.ahead ?? []).map((rung) => rungStep(rung, true));
  const [near, far] = [[...stepsOf(obligation, names), ...ahead.slice(0, NEAR)], ahead.slice(NEAR)];
  return (
    <>
      {extension && !extension.on ? (
        <Waiting
          title={extension.status === 'asked' ? m.extensionAsked({ days: extension.days }) : m.extensionRefused({ days: extension.days })}
        >
          {extension.note} {extension.endNote}
        </Waiting>
      ) : null}
      {notice?.status === 'prepared' ? (
        <Waiting title={m.noticePrepared({ person: personName(names, notice.preparedBy ?? '') })}>{notice.note}</Waiting>
      ) : null}
      {near.length > 0 ? <Rail steps={near} /> : <p className="quiet">{m.nothingYet()}</p>}
      {far.length > 0 ? (
        <details className="more">
          <summary>{m.andThen()}</summary>
          <Rail steps={far} />
        </details>
      ) : null}
      {notice?.answer ? (
        <Waiting title={m.noticeAnswered({ person: personName(names, notice.answeredBy ?? '') })}>{notice.answer}</Waiting>
      ) : null}
    </>
  );
}

const Rail = ({ steps }: { readonly steps: readonly Step[] }) => (
  <ol className="rungs">
    {steps.map(({ key, on, ring, tone, title, told, words, isAhead = false }) => (
      <li key={`${key}/${isAhead}`} className={isAhead ? 'ahead' : undefined}>
        <time dateTime={on}>{dayText(on)}</time>
        <span className={`dot ${tone}`}>
          <Icon name={ring} />
        </span>
        <span>
          {isAhead ? m.ifNothing({ step: title }) : title}
          {told ? <small>{told}</small> : null}
          {words ? <blockquote dir="auto">{words}</blockquote> : null}
        </span>
      </li>
    ))}
  </ol>
);

/** What was written and is not done with. */
const Waiting = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <div className="said">
    <p>
      <b>{title}</b>
    </p>
    <blockquote dir="auto">{children}</blockquote>
  </div>
);
