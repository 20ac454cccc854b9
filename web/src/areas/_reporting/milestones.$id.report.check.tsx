import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import * as forms from '#messages/forms';
import { evidence as evidenceText } from '#messages/milestones';
import * as m from '#messages/reporting';
import { Acts } from '../../acts/Acts.tsx';
import { fieldLabel, personName } from '../../acts/words.ts';
import { mayDo } from '../../base/api/items.ts';
import { momentText } from '../../base/parts/locale.ts';
import { moneyText } from '../../base/parts/Money.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { FileTable } from '../../reports/FileTable.tsx';
import { ResultTable } from '../../reports/ResultTable.tsx';
import { Head, missingIn, Standing } from './shared/Head.tsx';
import { type Reporting, useReporting } from './shared/queries.ts';

const route = getRouteApi('/members/milestones/$id/report/check');

/** The whole report, to be sent by those who wrote it, and to be returned or signed off by a certifier; once it is signed, to be printed. */
export function Page() {
  const { id } = route.useParams();
  const reporting = useReporting(id);
  const { draft, names, planned, files, isLocked } = reporting;
  const { note = '', saved } = draft.narrative;
  return (
    <>
      <Head reporting={reporting} title={m.check()} />
      <Standing reporting={reporting} />
      {isLocked ? null : <Mend reporting={reporting} />}
      <section className="part" aria-labelledby="h-results">
        <h2 id="h-results">{m.results()}</h2>
        <ResultTable
          label={m.results()}
          planned={planned}
          values={draft.results.indicators}
          change={isLocked ? undefined : (code, what) => <ToTask reporting={reporting} task="results" what={what} hash={code} />}
        />
      </section>
      <section className="part" aria-labelledby="h-evidence">
        <div className="head">
          <h2 id="h-evidence">{evidenceText()}</h2>
          <ToTask reporting={reporting} task="evidence" what={evidenceText()} />
        </div>
        <FileTable files={files} names={names} />
      </section>
      <section className="part" aria-labelledby="h-words">
        <div className="head">
          <h2 id="h-words">{m.inWords()}</h2>
          <ToTask reporting={reporting} task="narrative" what={m.inWords()} />
        </div>
        {note === '' ? <p className="quiet">{m.noNarrative()}</p> : <blockquote dir="auto">{note}</blockquote>}
        {saved ? (
          <p className="quiet">
            <small>{m.savedBy({ person: personName(names, saved.by), at: momentText(saved.at) })}</small>
          </p>
        ) : null}
      </section>
      <SendOff reporting={reporting} />
    </>
  );
}

type TaskLink = { readonly reporting: Reporting; readonly task: string; readonly what: string; readonly hash?: string };

const ToTask = ({ reporting: { id, isLocked }, task, what, hash = '' }: TaskLink) =>
  isLocked ? null : (
    <Link to="/milestones/$id/report/$task" params={{ id, task }} hash={hash}>
      {m.change({ what })}
    </Link>
  );

/** What is missing, each with the way to it. */
function Mend({ reporting: { id, draft, planned, indicatorName } }: { readonly reporting: Reporting }) {
  const missing = missingIn(draft, planned);
  const box = useRef<HTMLDivElement>(null);
  const isThere = missing.length > 0;
  useEffect(() => {
    if (isThere) box.current?.focus();
  }, [isThere]);
  if (!isThere) return null;
  return (
    <div className="mend" role="alert" tabIndex={-1} ref={box}>
      <h2>{m.mend({ count: missing.length })}</h2>
      <ul>
        {missing.map(({ task, code }) => (
          <li key={`${task}/${code}`}>
            <Link to="/milestones/$id/report/$task" params={{ id, task }} hash={code}>
              {task === 'results' ? m.missingResult({ indicator: indicatorName(code) }) : m.missingEvidence()}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

const SENT: readonly string[] = ['sendDraft', 'returnDraft', 'signOffReport'];

/** What may be done with the report as it was read: if it has changed since, it is read again first. */
function SendOff({ reporting: { id, milestone, draft, names } }: { readonly reporting: Reporting }) {
  const [read, setRead] = useState(draft.version);
  const files = draft.evidence.evidence.length;
  const isOpen = mayDo(draft, ...SENT);
  const [fileNamesPublic, setFileNamesPublic] = useState(false);
  const summary = <p>{m.binds({ number: draft.number, count: files, amount: moneyText(milestone.amount) })}</p>;
  return (
    <section className="part sendoff" aria-labelledby="h-send">
      <h2 id="h-send">{m.checkAndSend()}</h2>
      <p className="quiet">
        {m.writtenBy({ count: draft.preparedBy.length, people: draft.preparedBy.map((by) => personName(names, by)).join(', ') })}
      </p>
      {read === draft.version || !isOpen ? null : (
        <Say kind="wait" isNews>
          <p>{forms.changedMeanwhile({ read, now: draft.version })}</p>
          <button className="btn small" type="button" onClick={() => setRead(draft.version)}>
            {forms.lookedAgain()}
          </button>
        </Say>
      )}
      <Acts
        item={{ id, names, ...(draft.may ? { may: draft.may } : {}) }}
        only={({ operation }) => SENT.includes(operation)}
        given={({ operation }) =>
          operation === 'signOffReport'
            ? {
                body: { version: read, fileNamesPublic },
                summary,
                children: <Agree isAgreed={fileNamesPublic} onChange={setFileNamesPublic} />,
              }
            : { body: { version: read } }
        }
      />
      <Link to="/milestones/$id/report" params={{ id }}>
        {m.backToTasks()}
      </Link>
    </section>
  );
}

type AgreeProps = { readonly isAgreed: boolean; readonly onChange: (isAgreed: boolean) => void };

/** Whether everybody may read what the files are called; the certifier says so. */
const Agree = ({ isAgreed, onChange }: AgreeProps) => (
  <>
    <p className="quiet">{m.publicOnceAccepted()}</p>
    <label className="check">
      <input type="checkbox" name="fileNamesPublic" checked={isAgreed} onChange={({ currentTarget: { checked } }) => onChange(checked)} />
      <span>{fieldLabel('fileNamesPublic')}</span>
    </label>
  </>
);
