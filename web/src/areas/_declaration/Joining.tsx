import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import * as m from '#messages/joining';
import { Acts } from '../../acts/Acts.tsx';
import { personName, roleText } from '../../acts/words.ts';
import { itemQuery } from '../../base/api/items.ts';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { dayText, languageName, list } from '../../base/parts/locale.ts';
import { PrintButton } from '../../base/parts/PrintButton.tsx';
import { Say } from '../../base/parts/Say.tsx';
import type { Given } from '../../opened/Act.tsx';
import { useDocument } from '../../uploads/Proven.tsx';
import { useGroups } from './JoinGroup.tsx';
import { Rail } from './Rail.tsx';
import { useChecks } from './shared/Checks.tsx';
import { inForceOf, type Signatory, type Version } from './shared/queries.ts';
import { StandingOf } from './shared/Standing.tsx';
import { DeclarationText, useReading } from './shared/Text.tsx';
import { WithOthers } from './shared/WithOthers.tsx';
import { Way } from './Way.tsx';
import { ACTS, countDone, nextOf, stateOf, TASKS, type Task, WHOSE } from './ways.ts';

const CHECKS = ['decision-is-legible', 'days-are-in-order', 'signer-is-mandated', 'city-has-a-place'] as const;
const REASONS = ['document-cannot-be-read', 'body-is-not-competent', 'order-of-days', 'signer-is-no-certifier', 'place-is-wrong'] as const;
/** What ends the way, and how the secretariat answers who would like to go it. */
const BESIDE: readonly string[] = ['inviteCity', 'declineCity', 'stopJoining'];
const ENDED: readonly Signatory['status'][] = ['declined', 'stopped'];

const NO_TEXT: Pick<Version, 'texts'> = { texts: [] };

/** The way of a city into the register: seven tasks on one page, for the city and the secretariat. */
export function Joining({ signatory }: { readonly signatory: Signatory }) {
  const { id, city, place, names = {}, status, declaration: of, signature, returnReasons, note } = signatory;
  const { data: declaration } = useQuery(itemQuery('getDeclaration', of));
  const version = signature
    ? declaration?.versions.find(({ number }) => number === signature.version)
    : declaration && inForceOf(declaration);
  const reading = useReading(version ?? NO_TEXT);
  const given = useGiven(signatory, version, reading);
  const name = names[city]?.text ?? place?.name ?? city;
  const next = nextOf(signatory);
  return (
    <ItemPage
      title={m.signTheDeclaration()}
      tab={`${m.signTheDeclaration()} · ${name}`}
      up={<Link to="/signatories">{m.signatories()}</Link>}
      crumbs={[name]}
      aside={<PrintButton />}
      state={
        <p className="row">
          <StandingOf of={signatory} />
        </p>
      }
      history={{ title: m.history(), timeline: 'getSignatoryTimeline', id, names, more: m.more() }}
    >
      {returnReasons.length > 0 && status === 'council-decided' ? (
        <Say kind="bad">
          <p>
            <b>{m.wasReturned()}</b> {list(returnReasons.map((code) => m.returnReason({ code })))}
          </p>
          {note ? <blockquote dir="auto">{note}</blockquote> : null}
        </Say>
      ) : null}
      {ENDED.includes(status) && note ? (
        <Say kind="">
          <blockquote dir="auto">{note}</blockquote>
        </Say>
      ) : null}
      <div className="rep">
        <div>
          <p>
            {m.stepsDone({ done: countDone(signatory), all: TASKS.length })}
            {ENDED.includes(status) ? null : <> · {m.next({ task: m.task({ task: next }), who: roleText(WHOSE[next]) })}</>}
          </p>
          <Way
            stateOf={(task) => stateOf(task, signatory)}
            within={(task) => (
              <div className="within">
                <Recorded task={task} signatory={signatory} />
                {task === 'company' ? <WithOthers signatory={signatory} title={signatory.group ? m.inAGroup() : m.onItsOwn()} /> : null}
                <Acts
                  item={signatory}
                  only={({ operation, answer }) => ACTS[task].includes(operation) && (answer === 'allowed' || isAt(task, signatory))}
                  given={({ operation }) => given(operation)}
                />
              </div>
            )}
          />
          <section className="part" aria-label={m.otherwise()}>
            <Acts
              item={signatory}
              only={({ operation, answer }) => BESIDE.includes(operation) && answer === 'allowed'}
              given={({ operation }) => given(operation)}
            />
          </section>
          {version ? (
            <section className="part" aria-labelledby="h-text">
              <h2 id="h-text">{m.theTextThatIsSigned()}</h2>
              <DeclarationText version={version} reading={reading} />
            </section>
          ) : null}
        </div>
        <Rail version={version} />
      </div>
    </ItemPage>
  );
}

/** Whether a task is the one that is next: there it is said why somebody may not do it. */
const isAt = (task: Task, signatory: Signatory): boolean =>
  task !== 'company' && ['now', 'others', 'mend'].includes(stateOf(task, signatory));

/** What the page knows of each act. */
function useGiven(signatory: Signatory, version: Version | undefined, { language, hash }: ReturnType<typeof useReading>) {
  const { declaration, city, place, names = {} } = signatory;
  const decision = useDocument({ names });
  const mandate = useDocument({ names });
  const checks = useChecks({ name: 'checks', codes: CHECKS, textOf: (code) => m.check({ code }) });
  const reasons = useChecks({ name: 'reasons', codes: REASONS, textOf: (code) => m.returnReason({ code }) });
  const groups = useGroups(signatory);
  return (operation: string): Given | undefined => {
    switch (operation) {
      case 'inviteCity':
        return { body: { declaration, city, place: place?.id ?? '' } };
      case 'recordCouncilDecision':
        return decision;
      case 'recordMandate':
        return { ...mandate, hints: { person: m.whoMaySign() } };
      case 'signDeclaration':
        return version
          ? {
              body: { version: version.number, language, hash },
              summary: (
                <p>
                  {m.youSign({ version: version.number, language: languageName(language) })} <span className="mono">{hash}</span>{' '}
                  <a href="#h-text">{m.readTheText()}</a>
                </p>
              ),
            }
          : undefined;
      case 'checkSignature':
        return checks;
      case 'returnSignature':
        return reasons;
      case 'joinGroup':
        return groups;
      default:
        return {};
    }
  };
}

/** What has been recorded in a task. */
function Recorded({ task, signatory }: { readonly task: Task; readonly signatory: Signatory }): ReactNode {
  const { decision, mandate, signature, declaration, checkedBy, names = {} } = signatory;
  if (task === 'read')
    return (
      <p>
        <Link to="/declarations/$id" params={{ id: declaration }}>
          {m.readTheText()}
        </Link>
      </p>
    );
  if (task === 'decision' && decision?.decision)
    return (
      <p>
        {m.decisionIs({ day: dayText(decision.decision.on), number: decision.decision.number })} <Paper hash={decision.decision.document} />
      </p>
    );
  if (task === 'mandate' && mandate)
    return (
      <p>
        {m.mandateIs({ person: personName(names, mandate.person), day: dayText(mandate.from) })} <Paper hash={mandate.document} />
      </p>
    );
  if (task === 'signature' && signature)
    return (
      <p>
        {m.signatureIs({
          person: personName(names, signature.by),
          day: dayText(signature.on),
          version: signature.version,
          language: languageName(signature.language),
        })}
      </p>
    );
  return task === 'check' && checkedBy ? <p>{m.checkedBy({ person: personName(names, checkedBy) })}</p> : null;
}

const Paper = ({ hash }: { readonly hash: string }) => (
  <a href={`/v1/evidence/${hash}`} download>
    {m.theFile()}
  </a>
);
