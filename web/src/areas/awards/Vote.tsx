import { say_voteOnOutcome } from '#messages/act-forms-programme-awards';
import { done_voteOnOutcome } from '#messages/acts-done-programme-awards';
import * as b from '#messages/award-ballots';
import * as m from '#messages/awards';
import { labelOf } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { More } from '../../base/parts/More.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft, type Values } from '../../forms/drafts.ts';
import { Field } from '../../forms/Field.tsx';
import { TaskForm } from '../../forms/TaskForm.tsx';
import { PickOne } from '../../parts/PickOne.tsx';

type Ballot = Schemas['OwnBallot'];
type Nomination = Ballot['nominations'][number];
type Props = { readonly award: Schemas['AwardCycle']; readonly ballot: Ballot };

const NOTHING = {};
const ANSWERS = ['yes', 'no'] as const;
const MAY_VOTE: readonly string[] = ['not-assigned', 'waiting', 'begun', 'sealed'];

/** Who has sealed everything has voted for the order of points: what else a juror would have is said here, sealed like the ballots. */
export function Vote({ award, ballot }: Props) {
  const { category, nominations } = ballot;
  if (!nominations.some(({ state }) => MAY_VOTE.includes(state))) return null;
  const title = award.categories.find(({ code }) => code === category)?.title ?? '';
  return (
    <section className="part" aria-labelledby={`vote-${category}`}>
      <h2 id={`vote-${category}`}>
        {labelOf('voteOnOutcome')}: {title}
      </h2>
      <p>{say_voteOnOutcome()}</p>
      {ballot.hasVoted ? (
        <Say kind="good">
          <p>{b.hasVoted()}</p>
        </Say>
      ) : null}
      <More title={labelOf('voteOnOutcome')}>
        <Voting award={award} ballot={ballot} />
      </More>
    </section>
  );
}

const placeOf = (at: number): string => `order.${at}`;

/** The order that was chosen, and by field what is wrong, in words. */
function votedIn(values: Values, nominations: readonly Nomination[]) {
  const order = nominations.map((_, at) => values[placeOf(at)] ?? '').filter(Boolean);
  const isWhole = order.length === nominations.length && new Set(order).size === order.length;
  const stands = values['stands'] ?? '';
  const note = (values['note'] ?? '').trim();
  const isOrderMissing = !isWhole && (stands === 'no' || order.length > 0);
  const faults = {
    ...(stands ? {} : { stands: b.standsIsMissing() }),
    ...(stands && isOrderMissing ? { [placeOf(0)]: b.orderIsMissing() } : {}),
    ...(stands === 'no' && note === '' ? { note: m.lacks({ field: b.whyNot() }) } : {}),
  };
  return { order, faults, stands: stands === 'yes', note: stands === 'no' ? note : '' };
}

function Voting({ award: { id }, ballot: { category, nominations } }: Props) {
  const draft = useDraft(`voteOnOutcome/${id}/${category}`, NOTHING);
  const command = useCommand('voteOnOutcome', { id }, draft);
  const { values, change } = draft;
  if (!values) return null;
  const { order, faults, stands, note } = votedIn(values, nominations);
  const choices = [['', b.chooseOne()], ...nominations.map(({ nomination, title }) => [nomination, title] as const)] as const;
  const isAsked = values['stands'] !== undefined;
  return (
    <>
      <TaskForm
        title={labelOf('voteOnOutcome')}
        kind="task-form wide-form"
        command={command}
        faults={faults}
        isReady={Object.keys(faults).length === 0}
        send={() => command.mutate({ body: { category, stands, order, note } })}
      >
        {(shown) => (
          <div className="fields">
            <fieldset className={`field${shown['stands'] ? ' bad' : ''}`}>
              <legend className="vh">{labelOf('voteOnOutcome')}</legend>
              {shown['stands'] ? <p className="fault">{shown['stands']}</p> : null}
              {ANSWERS.map((answer) => (
                <label key={answer} className="check">
                  <input type="radio" name="stands" checked={values['stands'] === answer} onChange={() => change('stands', answer)} />
                  <span>{answer === 'yes' ? b.pointsStand() : b.pointsDoNotStand()}</span>
                </label>
              ))}
            </fieldset>
            {isAsked ? (
              <fieldset className={`field${shown[placeOf(0)] ? ' bad' : ''}`}>
                <legend>{values['stands'] === 'no' ? b.orderInstead() : b.orderForTies()}</legend>
                {shown[placeOf(0)] ? <p className="fault">{shown[placeOf(0)]}</p> : null}
                {nominations.map(({ nomination }, at) => (
                  <PickOne
                    key={nomination}
                    name={placeOf(at)}
                    label={b.placeIs({ number: at + 1 })}
                    hint=""
                    value={values[placeOf(at)] ?? ''}
                    choices={choices}
                    onChange={change}
                  />
                ))}
              </fieldset>
            ) : null}
            {values['stands'] === 'no' ? (
              <Field
                field={{ name: 'note', kind: 'lines', required: true, max: 4000 }}
                label={b.whyNot()}
                hint={b.whyNotHint()}
                values={values}
                fault={shown['note']}
                onChange={change}
              />
            ) : null}
          </div>
        )}
      </TaskForm>
      {command.isSuccess ? (
        <Say kind="good" isNews>
          <p>{done_voteOnOutcome()}</p>
        </Say>
      ) : null}
    </>
  );
}
